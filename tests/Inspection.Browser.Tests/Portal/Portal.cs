using Inspection.App.Tests.Pages;
using Inspection.Browser.Tests.Portal;

[assembly: AssemblyFixture(typeof(Portal))]

namespace Inspection.Browser.Tests.Portal;

/// <summary>One filled portal for all tests that only read it.</summary>
public sealed class Portal : IAsyncLifetime
{
    internal PortalFixture Fixture { get; private set; } = null!;

    internal Uri Address => Fixture.App.Address;

    public async ValueTask InitializeAsync() => Fixture = await PortalFixture.StartAsync(kestrel: true);

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();
}
