using System.Text;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Core.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private static readonly Guid Id = Guid.Parse("11111111-2222-4333-8444-555555555555");

    // Made with OpenSSL: printf '%s' ID.1700000000.BODY | openssl dgst -sha256 -hmac SECRET -binary | base64.
    [Theory]
    [InlineData("whsec_abc", """{"a":1}""", "t6xe/zpHXUrcVKP3aJ1ZOS5KXYigwwgvxHGoaApqD+I=")]
    [InlineData("whsec_abc", """{"a":"Łódź"}""", "pGw3M+RHIcPw4mjLj4Hf8bHgpWb0eCOlVM9aPjC/Zzc=")]
    [InlineData("polar_whs_Łódź", "", "a2SyISuIXwaCPXkXbd1fZghAbR0hQqIl96m37se3ekk=")]
    public void The_whole_secret_signs_id_time_and_body(string secret, string body, string signature) =>
        Assert.Equal("v1," + signature, WebhookSignature.Of(secret, Id, 1_700_000_000, Encoding.UTF8.GetBytes(body)));
}
