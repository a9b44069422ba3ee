namespace Checkstand.Client.Gr4vy;

/// <summary>Digital wallets.</summary>
public sealed class DigitalWallets
{
    internal DigitalWallets(ApiCaller caller)
    {
        Sessions = new DigitalWalletSessions(caller);
    }

    /// <summary>Sessions of digital wallets.</summary>
    public DigitalWalletSessions Sessions { get; }
}
