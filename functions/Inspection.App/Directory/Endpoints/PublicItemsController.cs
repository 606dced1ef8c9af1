using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Directory;

/// <summary>The published list of matters for random inspection (随机抽查事项清单), for everybody.</summary>
[ApiController]
[Route("api/v1/public/items")]
[AllowAnonymous]
internal sealed class PublicItemsController(CheckItemStore store) : ControllerBase
{
    [HttpGet]
    public Task<Page<PublicItemView>> List(
        string? cursor,
        [Range(1, Page<PublicItemView>.MaxLimit)] int limit = Page<PublicItemView>.DefaultLimit,
        CancellationToken cancellation = default) =>
        KeyPage.ReadAsync(
            CheckItemEntity.Partition,
            cursor,
            limit,
            row => (row is null ? store.ScanAsync(cancellation) : store.ScanAfterAsync(row, cancellation))
                .Where(item => item.Published),
            item => CheckItemEntity.Row(item.Code),
            PublicItemView.Of,
            cancellation);
}
