using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>A server that also knows an RSA key; making one takes longer than all the tests that use it.</summary>
public sealed class ServerWithRsaKey : Gr4vyServer
{
    private TokenMint? rsa;

    internal TokenMint Rsa => rsa!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        rsa = await RegisterKeyAsync(SigningAlgorithm.RS512);
    }

    public override async ValueTask DisposeAsync()
    {
        rsa?.Dispose();
        await base.DisposeAsync();
    }
}
