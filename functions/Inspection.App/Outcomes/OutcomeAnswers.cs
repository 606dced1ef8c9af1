using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Outcomes;

/// <summary>What controllers answer to a value or a refusal: the value's view with its version, or problem details.</summary>
internal static class OutcomeAnswers
{
    /// <summary>200 with the value as it is, or the refusal.</summary>
    public static ActionResult<T> Answer<T>(this ControllerBase controller, Outcome<T> outcome) =>
        outcome.IsRefused(out var refusal) ? refusal.ToProblem() : controller.Ok(outcome.Value);

    /// <summary>200 with the value's view and its version, or the refusal.</summary>
    public static ActionResult<TView> Answer<T, TView>(this ControllerBase controller, Outcome<T> outcome, Func<T, TView> view)
        where T : IVersioned =>
        outcome.IsRefused(out var refusal) ? refusal.ToProblem() : controller.Ok(controller.Show(outcome.Value, view));

    /// <summary>200 with the view of what was found, or 404.</summary>
    public static ActionResult<TView> Answer<T, TView>(this ControllerBase controller, T? found, Refusal missing, Func<T, TView> view)
        where T : class, IVersioned =>
        found is null ? missing.ToProblem() : controller.Ok(controller.Show(found, view));

    /// <summary>201 with what was made and its address, or the refusal.</summary>
    public static ActionResult<TView> AnswerMade<T, TView>(
        this ControllerBase controller, Outcome<T> outcome, Func<T, string> address, Func<T, TView> view)
        where T : IVersioned =>
        outcome.IsRefused(out var refusal) ? refusal.ToProblem() : controller.Created(address(outcome.Value), controller.Show(outcome.Value, view));

    /// <summary>200, or 201 where it was not there before; or the refusal.</summary>
    public static ActionResult<TView> AnswerSaved<T, TView>(
        this ControllerBase controller, Outcome<Saved<T>> outcome, string address, Func<T, TView> view)
        where T : IVersioned
    {
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        var shown = controller.Show(outcome.Value.Value, view);
        return outcome.Value.IsNew ? controller.Created(address, shown) : controller.Ok(shown);
    }

    /// <summary>202 with how far it is, and where to ask again.</summary>
    public static ActionResult AnswerLater<T>(this ControllerBase controller, string address, T progress)
    {
        controller.Response.Headers.RetryAfter = "2";
        return controller.Accepted(address, progress);
    }

    /// <summary>204 where it is gone, or why it is not.</summary>
    public static ActionResult AnswerGone(this ControllerBase controller, Refusal? refusal) =>
        refusal is null ? controller.NoContent() : refusal.ToProblem();

    private static TView Show<T, TView>(this ControllerBase controller, T value, Func<T, TView> view)
        where T : IVersioned
    {
        controller.Response.ShowVersion(value.ETag);
        return view(value);
    }
}
