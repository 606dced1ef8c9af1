using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using ETag = Azure.ETag;

namespace Inspection.App.Security;

/// <summary>
/// The users, in one partition of the table <c>users</c>: a row for each, a row for each subject of a provider with the
/// user's name, and a row that counts the active administrators. Every change writes all of them in one transaction, so of
/// two administrators who remove each other at once one is refused.
/// </summary>
/// <remarks>Names that differ in case only are one name: two persons must not be mistaken for each other.</remarks>
internal sealed class UserStore(ITableStore tables)
{
    private const string Table = "users";
    private const string Partition = "users";
    private const string NamePrefix = "name:";
    private const string SubjectPrefix = "subject:";
    private const string CountRow = "administrators";
    private const string Count = "Count";

    public async Task<User?> GetAsync(string name, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, Partition, KeyOf(name), cancellation) is { } row ? Read(row) : null;

    /// <summary>A page of users in the order of their names.</summary>
    public async Task<Page<User>> ListAsync(int limit, string? cursor, CancellationToken cancellation = default)
    {
        var page = await tables.QueryPageAsync(
            Table, TableRange.RowsWithPrefix(Partition, NamePrefix), limit, cursor, cancellation);
        return new Page<User>([.. page.Entities.Select(Read)], page.Continuation);
    }

    public async Task<bool> HasAdministratorAsync(CancellationToken cancellation = default) =>
        Administrators(await CountAsync(cancellation)) > 0;

    public Task<Outcome<User>> CreateAsync(User user, CancellationToken cancellation = default) => ChangeAsync(
        user.Name,
        present => present is null
            ? user with { Stamp = Guid.NewGuid() }
            : Refusal.Conflict("user-exists", $"there is a user '{present.Name}'; change it or choose another name"),
        cancellation);

    /// <summary>Makes of the user what the change gives; the name stays.</summary>
    public Task<Outcome<User>> UpdateAsync(
        string name, ETag? expected, Func<User, Outcome<User>> change, CancellationToken cancellation = default) =>
        ChangeAsync(name, present => Expected(name, present, expected, change), cancellation);

    /// <summary>Removes the user and gives it as it was.</summary>
    public async Task<Outcome<User>> DeleteAsync(string name, ETag? expected, CancellationToken cancellation = default)
    {
        User? removed = null;
        var outcome = await ChangeAsync(name, present => Expected(name, present, expected, found => removed = found), cancellation, remove: true);
        return outcome.IsRefused(out var refusal) ? refusal : removed!;
    }

    /// <summary>
    /// The user whom a provider describes: made at the first sign-in under the name of that day, which stays; afterwards with
    /// what the provider says now. Somebody else's name is not taken over.
    /// </summary>
    public async Task<Outcome<User>> TakeAsync(User wanted, CancellationToken cancellation = default)
    {
        while (true)
        {
            var linked = await tables.GetAsync(Table, Partition, SubjectKey(wanted.Subject), cancellation);
            var name = linked?.GetString(nameof(User.Name)) ?? wanted.Name;
            if (linked is not null && await GetAsync(name, cancellation) is { } user
                && user.Subject == wanted.Subject && user.IsDescribedAs(wanted))
            {
                return user;
            }

            var link = linked is null
                ? TableWrite.Insert(new TableEntity(Partition, SubjectKey(wanted.Subject)) { [nameof(User.Name)] = name })
                : null;
            if (await TryChangeAsync(name, present => Taken(name, present, wanted), remove: false, link, cancellation) is { } taken)
                return taken;
        }
    }

    private static Outcome<User> Taken(string name, User? present, User wanted)
    {
        if (present is null)
            return wanted with { Name = name, Stamp = Guid.NewGuid() };
        if (present.Subject != wanted.Subject)
        {
            return Refusal.Conflict(
                "user-name-taken", $"there is another user '{present.Name}' here; an administrator deletes that one, or the provider names this person otherwise");
        }

        return present with
        {
            DisplayName = wanted.DisplayName,
            Roles = wanted.Roles,
            Department = wanted.Department,
            InspectorId = wanted.InspectorId,
        };
    }

    private static Outcome<User> Expected(string name, User? present, ETag? expected, Func<User, Outcome<User>> change)
    {
        if (present is null)
            return Refusal.NotFound($"there is no user '{name}'");
        if (expected is { } version && version != ETag.All && version != present.Version)
            return Refusal.Stale($"user '{name}' was changed since it was read; read it again");
        return change(present);
    }

    // A transaction is refused only where somebody else's went through, so trying again comes to an end.
    private async Task<Outcome<User>> ChangeAsync(
        string name, Func<User?, Outcome<User>> change, CancellationToken cancellation, bool remove = false)
    {
        while (true)
        {
            if (await TryChangeAsync(name, change, remove, link: null, cancellation) is { } done)
                return done;
        }
    }

    /// <param name="name">Whose row is changed.</param>
    /// <param name="change">Makes of the user as stored what it is to be.</param>
    /// <param name="remove">Whether the row goes.</param>
    /// <param name="link">For a user whom a provider brings, the write that binds the subject to the name.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The user, or the refusal; null where another change came first.</returns>
    private async Task<Outcome<User>?> TryChangeAsync(
        string name, Func<User?, Outcome<User>> change, bool remove, TableWrite? link, CancellationToken cancellation)
    {
        var count = await CountAsync(cancellation);
        var present = await GetAsync(name, cancellation);
        var changed = change(present);
        if (changed.IsRefused(out _))
            return changed;
        var wanted = remove ? null : changed.Value;
        if (wanted is not null && UserRules.Check(wanted) is { } broken)
            return (Outcome<User>)broken;
        var administrators = Administrators(count) - Administrators(present) + Administrators(wanted);
        // What the provider says of a person holds at once; it can send another administrator at any time.
        if (administrators == 0 && Administrators(present) == 1 && wanted is not { IsFromProvider: true, Disabled: false })
            return (Outcome<User>)LastAdministrator(name);
        List<TableWrite> writes = [WriteOf(present, wanted), WriteOf(count, administrators)];
        if (remove && present!.IsFromProvider)
            writes.Add(TableWrite.Delete(Partition, SubjectKey(present.Subject)));
        if (link is not null)
            writes.Add(link);
        var result = await tables.TransactAsync(Table, writes, cancellation);
        if (!result.Done)
            return null;
        return (Outcome<User>)(changed.Value with { Version = result.ETags[0] });
    }

    private static Refusal LastAdministrator(string name) => Refusal.Conflict(
        "last-administrator", $"'{name}' is the last administrator who can sign in; make another one first");

    private static int Administrators(User? user) => user is { IsActiveAdministrator: true } ? 1 : 0;

    private static int Administrators(TableEntity? count) => count?.GetInt32(Count) ?? 0;

    private Task<TableEntity?> CountAsync(CancellationToken cancellation) =>
        tables.GetAsync(Table, Partition, CountRow, cancellation);

    private static TableWrite WriteOf(TableEntity? read, int administrators)
    {
        var row = new TableEntity(Partition, CountRow) { [Count] = administrators };
        return read is null ? TableWrite.Insert(row) : TableWrite.Replace(row, read.ETag);
    }

    private static TableWrite WriteOf(User? present, User? wanted) => (present, wanted) switch
    {
        (null, { } made) => TableWrite.Insert(RowOf(made)),
        ({ } read, { } changed) => TableWrite.Replace(RowOf(changed), read.Version),
        ({ } read, null) => TableWrite.Delete(Partition, KeyOf(read.Name), read.Version),
        _ => throw new ArgumentException("there is neither a user nor to be one"),
    };

    private static string SubjectKey(string subject) => SubjectPrefix + subject;

    private static string KeyOf(string name) => NamePrefix + TableKey.Escape(name.ToLowerInvariant());

    private static TableEntity RowOf(User user) => new(Partition, KeyOf(user.Name))
    {
        [nameof(User.Name)] = user.Name,
        [nameof(User.DisplayName)] = user.DisplayName,
        [nameof(User.Roles)] = string.Join(' ', user.Roles),
        [nameof(User.Department)] = user.Department,
        [nameof(User.InspectorId)] = user.InspectorId,
        [nameof(User.Disabled)] = user.Disabled,
        [nameof(User.Subject)] = user.Subject,
        [nameof(User.Stamp)] = user.Stamp,
    };

    private static User Read(TableEntity row) => new(row.GetString(nameof(User.Name)))
    {
        DisplayName = row.GetString(nameof(User.DisplayName)),
        Roles = row.GetString(nameof(User.Roles)).Split(' '),
        Department = row.GetString(nameof(User.Department)),
        InspectorId = row.GetString(nameof(User.InspectorId)),
        Disabled = row.GetBoolean(nameof(User.Disabled)) ?? false,
        Subject = row.GetString(nameof(User.Subject)) ?? "",
        Stamp = row.GetGuid(nameof(User.Stamp)) ?? Guid.Empty,
        Version = row.ETag,
    };
}
