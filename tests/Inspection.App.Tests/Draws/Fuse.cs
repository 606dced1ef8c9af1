using Inspection.App.Storage;
using Inspection.App.Tests.Storage;
using Microsoft.AspNetCore.Builder;

namespace Inspection.App.Tests.Draws;

/// <summary>Stands for a process that dies: from the n-th write on, every write fails.</summary>
internal sealed class Fuse
{
    private readonly TappedStores tap;
    private int left = int.MaxValue;

    public Fuse() => tap = new TappedStores { OnWrite = _ => Write() };

    /// <summary>Whether a write was refused since the fuse was set.</summary>
    public bool IsBlown => left < 0;

    /// <summary>Lets so many writes through.</summary>
    public void BlowAfter(int writes) => left = writes;

    public void Mend() => left = int.MaxValue;

    /// <summary>Puts both stores behind the fuse.</summary>
    public void Wire(WebApplicationBuilder builder) => tap.Wire(builder);

    /// <summary>Puts a store of tables behind the fuse.</summary>
    public ITableStore Around(ITableStore tables) => tap.Around(tables);

    /// <summary>Whether a step came to its end before the fuse blew.</summary>
    public static async Task<bool> FinishesAsync(Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Write()
    {
        if (Interlocked.Decrement(ref left) < 0)
            throw new IOException("the process died");
    }
}
