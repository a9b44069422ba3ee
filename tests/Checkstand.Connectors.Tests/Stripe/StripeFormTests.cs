using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using Checkstand.Connectors.Stripe;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeFormTests
{
    private static string Text(StripeForm form) => Encoding.UTF8.GetString(form.Body.Span);

    [Fact]
    public void Fields_are_joined_and_only_values_are_escaped()
    {
        using var form = new StripeForm();
        form.Add("metadata[a]", "1 & 2=3+ü%");
        form.Add("amount", -7);
        form.Add("number", "42"u8);

        Assert.Equal("metadata[a]=1%20%26%202%3D3%2B%C3%BC%25&amount=-7&number=42", Text(form));
    }

    [Fact]
    public void Every_text_arrives_as_it_was() =>
        Property.Holds(
            Gen.Choose(0, 0x10FFFF)
                .Where(point => point is < 0xD800 or > 0xDFFF)
                .Select(char.ConvertFromUtf32)
                .ListOf()
                .Select(string.Concat),
            text =>
            {
                using var form = new StripeForm();
                form.Add("a", text);
                form.Add("b", text);
                return Text(form)
                    .Split('&')
                    .Select(pair => WebUtility.UrlDecode(pair[2..]))
                    .SequenceEqual([text, text]);
            }
        );

    [Fact]
    public void Half_a_pair_becomes_a_replacement()
    {
        using var form = new StripeForm();
        form.Add("a", "x\ud800y");

        Assert.Equal("a=x%EF%BF%BDy", Text(form));
    }

    [Fact]
    public void A_body_is_wiped_when_it_grows_and_when_it_is_done()
    {
        var form = new StripeForm();
        form.Add("number", "4242"u8);
        Assert.True(MemoryMarshal.TryGetArray(form.Body, out var first));
        form.Add("filler", new string('x', 5000));
        Assert.True(MemoryMarshal.TryGetArray(form.Body, out var second));
        Assert.NotSame(first.Array, second.Array);
        Assert.All(first.Array!, one => Assert.Equal(0, one));
        Assert.StartsWith("number=4242&filler=xxx", Text(form), StringComparison.Ordinal);

        form.Dispose();

        Assert.All(second.Array!, one => Assert.Equal(0, one));
    }

    [Fact]
    public async Task Content_knows_whether_its_bytes_were_asked_for()
    {
        using var form = new StripeForm();
        form.Add("a", "b");
        using var content = new StripeFormContent(form);
        Assert.False(content.WasTaken);
        Assert.Equal(3, content.Headers.ContentLength);
        Assert.False(content.WasTaken);

        using var sent = new MemoryStream();
        await content.CopyToAsync(sent, TestContext.Current.CancellationToken);

        Assert.True(content.WasTaken);
        Assert.Equal("a=b", Encoding.ASCII.GetString(sent.ToArray()));
    }
}
