namespace Inspection.App.Results;

/// <summary>An objection as those see it who deal with it.</summary>
/// <param name="Receipt">Its name.</param>
/// <param name="ResultId">The result that it objects to.</param>
/// <param name="DrawId">The draw of the result.</param>
/// <param name="Uscc">The enterprise of the result.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Contact">Who objects; private.</param>
/// <param name="Text">What is objected; private.</param>
/// <param name="Upholds">What was found; null before there is an answer.</param>
/// <param name="Answer">The answer; public once it is approved.</param>
/// <param name="AnsweredBy">Who wrote it.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="ReviewedBy">Who approved or returned it.</param>
/// <param name="ReviewedAt">When.</param>
/// <param name="Opinion">Why it was returned.</param>
public sealed record ObjectionView(
    string Receipt, string ResultId, string DrawId, string Uscc, ObjectionState State, DateTimeOffset ReceivedAt, ObjectionContact Contact, string Text,
    bool? Upholds, string Answer, string AnsweredBy, DateTimeOffset? AnsweredAt, string ReviewedBy, DateTimeOffset? ReviewedAt, string Opinion)
{
    internal static ObjectionView Of(Objection objection) => new(
        objection.Receipt, objection.ResultId.ToString(), objection.DrawId, objection.Uscc, objection.State, objection.ReceivedAt, objection.Contact, objection.Text,
        objection.Upholds, objection.Answer, objection.AnsweredBy, objection.AnsweredAt, objection.ReviewedBy, objection.ReviewedAt, objection.Opinion);
}
