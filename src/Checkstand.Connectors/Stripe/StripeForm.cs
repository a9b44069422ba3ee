using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// A request's body as Stripe takes it, <c>application/x-www-form-urlencoded</c>, in bytes that are wiped: card data
/// never becomes a string on its way. What the HTTP connection and TLS copy for sending is theirs.
/// </summary>
internal sealed class StripeForm : IDisposable
{
    private const int FirstBytes = 1024;

    private byte[] bytes = new byte[FirstBytes];
    private int length;

    /// <summary>What was added so far.</summary>
    public ReadOnlyMemory<byte> Body => bytes.AsMemory(0, length);

    /// <summary>Adds a field. Characters that are no text (lone surrogates) become U+FFFD.</summary>
    public void Add(string name, string value)
    {
        Begin(name);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            Escape(utf8[..rune.EncodeToUtf8(utf8)]);
        }
    }

    /// <summary>Adds a whole number.</summary>
    public void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a field of bytes without making a string of them: card data.</summary>
    public void Add(string name, ReadOnlySpan<byte> value)
    {
        Begin(name);
        Escape(value);
    }

    /// <summary>Wipes the body.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        length = 0;
    }

    // Names are ours: letters, digits, underscores, and the brackets that Stripe takes as they are.
    private void Begin(string name)
    {
        if (length > 0)
        {
            Append((byte)'&');
        }

        foreach (var character in name)
        {
            Append((byte)character);
        }

        Append((byte)'=');
    }

    private void Escape(ReadOnlySpan<byte> value)
    {
        foreach (var one in value)
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'-' or (byte)'_' or (byte)'.')
            {
                Append(one);
            }
            else
            {
                Append((byte)'%');
                Append(HexDigit(one >> 4));
                Append(HexDigit(one & 0xF));
            }
        }
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private void Append(byte one)
    {
        if (length == bytes.Length)
        {
            var larger = new byte[bytes.Length * 2];
            bytes.CopyTo(larger, 0);
            CryptographicOperations.ZeroMemory(bytes);
            bytes = larger;
        }

        bytes[length++] = one;
    }
}

/// <summary>A form on its way. Knows whether anything asked for its bytes: if nothing did, Stripe can't have acted.</summary>
internal sealed class StripeFormContent : HttpContent
{
    private readonly StripeForm form;

    public StripeFormContent(StripeForm form)
    {
        this.form = form;
        Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
    }

    /// <summary>True from the moment in which the body may have left this process.</summary>
    public bool WasTaken { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        WasTaken = true;
        await stream.WriteAsync(form.Body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = form.Body.Length;
        return true;
    }
}
