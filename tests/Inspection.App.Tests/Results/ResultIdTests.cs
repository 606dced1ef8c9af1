using Inspection.App.Results;

namespace Inspection.App.Tests.Results;

public sealed class ResultIdTests
{
    [Fact]
    public void TryParse_WhatWasWritten_GivesItBack()
    {
        var id = new ResultId(SampleResult.DrawId, SampleResult.Uscc);

        Assert.True(ResultId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("91379901MAF68DP16J")]
    [InlineData("-91379901MAF68DP16J")]
    [InlineData("20261101-abc-91379901MAF68DP16K")]
    [InlineData("20261101_abc-91379901MAF68DP16J")]
    [InlineData("../x-91379901MAF68DP16J")]
    public void TryParse_OtherText_IsFalse(string? text) => Assert.False(ResultId.TryParse(text, out _));
}
