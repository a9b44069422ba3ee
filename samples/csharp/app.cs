#!/usr/bin/env dotnet
#:property PublishAot=false

// Signs a bearer token, opens a checkout session with it, puts a card on it as a browser would, shows it, deletes it.
using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

var file = args.FirstOrDefault() ?? "data/dev-credentials.json";
var credentials = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
var key = credentials.GetProperty("gr4vy");

using var http = new HttpClient { BaseAddress = new Uri(credentials.GetProperty("base_url").GetString()!) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Sign());

var created = await http.PostAsJsonAsync("/checkout/sessions", new { amount = 1299, currency = "USD" });
var session = await created.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
var path = $"/checkout/sessions/{session.GetProperty("id").GetString()}";
Console.WriteLine($"opened {path}, ends {session.GetProperty("expires_at")}");

var card = new
{
    method = "card",
    number = "4111111111111111",
    expiration_date = "12/35",
    security_code = "123",
};
var fields = await http.PutAsJsonAsync($"{path}/fields", new { payment_method = card });
Console.WriteLine($"card: {(int)fields.StatusCode}");

var shown = (await http.GetFromJsonAsync<JsonElement>(path)).GetProperty("payment_method");
Console.WriteLine($"shows {shown.GetProperty("scheme")} ending in {shown.GetProperty("label")}");

(await http.DeleteAsync(path)).EnsureSuccessStatusCode();
Console.WriteLine("deleted");

// A compact JWS with ES512: the signature is r and s side by side, 132 bytes, not DER. Good for many requests until exp.
string Sign()
{
    var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    var header = new
    {
        alg = "ES512",
        typ = "JWT",
        kid = key.GetProperty("key_id").GetString(),
    };
    string[] scopes = ["checkout-sessions.read", "checkout-sessions.write"];
    var claims = new
    {
        iss = "sample",
        iat = now,
        nbf = now,
        exp = now + 300,
        jti = Guid.NewGuid(),
        scopes,
    };
    var signed = $"{Encode(header)}.{Encode(claims)}";
    using var ecdsa = ECDsa.Create();
    ecdsa.ImportFromPem(key.GetProperty("private_key").GetString());
    var signature = ecdsa.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA512);
    return $"{signed}.{Base64Url.EncodeToString(signature)}";
}

static string Encode(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
