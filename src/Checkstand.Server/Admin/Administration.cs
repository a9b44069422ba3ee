using System.Data.Common;
using System.Globalization;
using System.Text;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Gr4vy.Auth;
using Checkstand.Server.Keys;

namespace Checkstand.Server.Admin;

/// <summary>
/// Carries out administration commands. It runs where the data directory is held: in the server when one runs, so that
/// a revocation is in force before the command returns, or else in the command's own process.
/// </summary>
internal sealed class Administration(
    MerchantDirectory merchants,
    OrganizationAdministration organizations,
    KeyRotation rotation,
    LedgerCheck ledger,
    TimeProvider clock
)
{
    /// <summary>Does what is asked; a refusal is a reply, not an exception.</summary>
    public async Task<AdminReply> RunAsync(AdminRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.Verb switch
            {
                "keys create" => await CreateKeyAsync(request, cancellation),
                "keys list" => ListKeys(),
                "keys revoke" => await RevokeKeyAsync(request, cancellation),
                "keys rotate" => await RotateAsync(cancellation),
                "merchants create" => await CreateMerchantAsync(request, cancellation),
                "merchants list" => ListMerchants(),
                "ledger check" => await CheckLedgerAsync(request, cancellation),
                "organizations create" => await organizations.CreateAsync(request, cancellation),
                "organizations list" => organizations.List(),
                "organizations block" => await organizations.SetBlockedAsync(request, true, cancellation),
                "organizations unblock" => await organizations.SetBlockedAsync(request, false, cancellation),
                "tokens create" => await organizations.CreateTokenAsync(request, cancellation),
                "tokens list" => await organizations.ListTokensAsync(request, cancellation),
                "tokens revoke" => await organizations.RevokeTokenAsync(request, cancellation),
                _ => new AdminReply($"Unknown command: {request.Verb}", Failed: true),
            };
        }
        catch (Exception refused)
            when (refused is UsageException or FormatException or KeyNotFoundException or StoreBusyException)
        {
            return new AdminReply(refused.Message, Failed: true);
        }
        catch (ListingFailedException failure)
        {
            return new AdminReply($"A payment provider's books can't be read: {failure.Message}.", Failed: true);
        }
        catch (DbException failure)
        {
            return new AdminReply($"The database failed: {failure.Message}", Failed: true);
        }
    }

    private async Task<AdminReply> CreateKeyAsync(AdminRequest request, CancellationToken cancellation)
    {
        var name = request.Option("name") ?? "unnamed";
        var accounts = request.Values("merchant-account").Select(ReadMerchant).ToList();
        foreach (var unknown in accounts.Where(id => !merchants.HasAccount(id) && id != MerchantAccountId.Default))
        {
            throw new UsageException(
                $"There is no merchant account {unknown}: make it with 'checkstand merchants create {unknown}'."
            );
        }

        await merchants.AddAccountAsync(MerchantAccountId.Default, "Default", cancellation);
        if (request.Option("public-key") is { } pem)
        {
            var known = SigningKeyFactory.Read(pem, name, accounts, clock.GetUtcNow());
            return await merchants.AddKeyAsync(known, cancellation)
                ? new AdminReply($"Registered key {known.Thumbprint}")
                : throw new UsageException($"Key {known.Thumbprint} is registered already.");
        }

        var algorithm = request.Option("algorithm") == "RSA" ? SigningAlgorithm.RS512 : SigningAlgorithm.ES512;
        var (key, privatePem) = SigningKeyFactory.Create(algorithm, name, accounts, clock.GetUtcNow());
        await merchants.AddKeyAsync(key, cancellation);
        return new AdminReply(privatePem.TrimEnd());
    }

    private AdminReply ListKeys()
    {
        var table = new StringBuilder();
        table.AppendLine(
            "KEY ID                                       ALG    STATUS   MERCHANT ACCOUNTS     CREATED               NAME"
        );
        foreach (var key in merchants.Keys)
        {
            var status = key.RevokedAt is null ? "active" : "revoked";
            var accounts = key.MerchantAccountIds.Count == 0 ? "all" : string.Join(',', key.MerchantAccountIds);
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{key.Thumbprint, -44} {key.Algorithm, -6} {status, -8} {accounts, -21} {key.CreatedAt:yyyy-MM-dd HH:mm:ss}Z  {key.DisplayName}"
            );
        }

        return new AdminReply(table.ToString().TrimEnd());
    }

    private async Task<AdminReply> RevokeKeyAsync(AdminRequest request, CancellationToken cancellation)
    {
        var keyId = request.Option("key-id")!;
        return await merchants.RevokeKeyAsync(keyId, cancellation)
            ? new AdminReply($"Revoked key {keyId}")
            : throw new UsageException($"There is no key {keyId}; 'checkstand keys list' shows them.");
    }

    private async Task<AdminReply> RotateAsync(CancellationToken cancellation)
    {
        var (keyId, cards) = await rotation.RunAsync(cancellation);
        return new AdminReply($"Key {keyId} now wraps every card; {cards} were wrapped anew.");
    }

    private async Task<AdminReply> CreateMerchantAsync(AdminRequest request, CancellationToken cancellation)
    {
        var id = ReadMerchant(request.Option("id")!);
        return await merchants.AddAccountAsync(id, request.Option("name") ?? id.Value, cancellation)
            ? new AdminReply($"Created merchant account {id}")
            : throw new UsageException($"There is a merchant account {id} already.");
    }

    private AdminReply ListMerchants() =>
        new(
            string.Join(
                Environment.NewLine,
                merchants.Accounts.Select(account => $"{account.Id, -50} {account.DisplayName}")
            )
        );

    private async Task<AdminReply> CheckLedgerAsync(AdminRequest request, CancellationToken cancellation)
    {
        var since = request.Option("since-days") is { } days
            ? clock.GetUtcNow() - TimeSpan.FromDays(int.Parse(days, CultureInfo.InvariantCulture))
            : DateTimeOffset.UnixEpoch;
        var report = await ledger.RunAsync(since, cancellation);
        var summary = $"{report.Compared} movements compared, {report.Differences.Count} differences.";
        var lines = report.Differences.Select(Describe).Append(summary);
        return new AdminReply(string.Join(Environment.NewLine, lines), Failed: report.Differences.Count > 0);
    }

    private static string Describe(LedgerDifference difference)
    {
        var ours = difference.Ours is { } entry ? $"{entry.Kind} of {Of(entry.Amount)}" : "nothing";
        var theirs = difference.Theirs is { } movement
            ? $"{movement.Kind} of {Of(movement.Amount)} ({movement.Reference})"
            : "nothing";
        var operation = difference.Ours?.OperationId.ToString() ?? difference.Theirs!.IdempotencyKey;
        operation = operation.Length > 0 ? operation : "no operation of ours";
        return $"{operation}: we have {ours}, {difference.Service?.DisplayName ?? "an unknown service"} has {theirs}";
    }

    private static string Of(Money amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount.MinorUnits} {amount.Currency}");

    private static MerchantAccountId ReadMerchant(string text) =>
        MerchantAccountId.TryParse(text, out var id)
            ? id
            : throw new UsageException("A merchant account id has 1 to 50 letters, digits and dashes.");
}
