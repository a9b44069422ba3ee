namespace Checkstand.Server.Dev;

/// <summary>What the sandbox prints when it is ready: where it is, and a first call that works when it is pasted.</summary>
internal static class Welcome
{
    public static void Print(string baseUrl, string directory) =>
        Console.WriteLine(
            $$"""
            Checkstand {{ProgramVersion.Text}}, sandbox. Listening on {{baseUrl}}
            Data and dev-credentials.json are in {{directory}}

            Open a checkout session (paste this into another terminal):

              curl -sS {{baseUrl}}/checkout/sessions -H "Authorization: Bearer $(curl -sS {{baseUrl}}/dev/token)" -H "Content-Type: application/json" -d '{"amount":1299,"currency":"USD"}'

            Ctrl-C stops.
            """
        );
}
