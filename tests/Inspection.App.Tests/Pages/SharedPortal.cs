namespace Inspection.App.Tests.Pages;

/// <summary>One filled portal for the tests of a class that only read it.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    internal PortalFixture Fixture { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Fixture = await PortalFixture.StartAsync();

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();
}
