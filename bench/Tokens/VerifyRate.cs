using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Bench.Tokens;

/// <summary>
/// What a fresh token on every request costs at least: bare signature checks on one thread, with one imported key.
/// </summary>
internal static class VerifyRate
{
    private static readonly TimeSpan Warmup = TimeSpan.FromMilliseconds(300);

    public static double Measure(SigningKey key, TimeSpan duration)
    {
        var messages = TokenMint.Mint(key, 64, TimeSpan.FromHours(1)).Select(Message.Parse).ToArray();
        using var verifier = key.Import();
        Run(verifier, messages, Warmup);
        return Run(verifier, messages, duration);
    }

    private static double Run(ECDsa verifier, Message[] messages, TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var verified = 0;
        TimeSpan elapsed;
        do
        {
            messages[verified % messages.Length].Verify(verifier);
            verified++;
            elapsed = Stopwatch.GetElapsedTime(started);
        } while (elapsed < duration);
        return verified / elapsed.TotalSeconds;
    }

    private sealed record Message(byte[] Signed, byte[] Signature)
    {
        public static Message Parse(string token)
        {
            var dot = token.LastIndexOf('.');
            return new(Encoding.ASCII.GetBytes(token[..dot]), Base64Url.DecodeFromChars(token.AsSpan(dot + 1)));
        }

        public void Verify(ECDsa verifier)
        {
            var valid = verifier.VerifyData(
                Signed,
                Signature,
                HashAlgorithmName.SHA512,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
            if (!valid)
            {
                throw new CryptographicException("A token of our own does not verify.");
            }
        }
    }
}
