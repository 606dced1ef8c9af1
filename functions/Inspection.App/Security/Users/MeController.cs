using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Security;

/// <summary>Who is signed in.</summary>
[ApiController]
[Route("api/v1/me")]
[Authorize]
internal sealed class MeController : ControllerBase
{
    [HttpGet]
    public ActionResult<Me> Get()
    {
        var actor = User.Actor();
        return new Me(actor.Name, actor.Roles, actor.Department, actor.InspectorId);
    }
}

/// <summary>The user of this request, as the rules see it.</summary>
public sealed record Me(string Name, IReadOnlyList<string> Roles, string Department, string InspectorId);
