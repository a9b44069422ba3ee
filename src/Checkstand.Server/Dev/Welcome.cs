namespace Checkstand.Server.Dev;

/// <summary>What the sandbox prints when it is ready: where it is, and first steps that work as they are printed.</summary>
internal static class Welcome
{
    /// <summary>Prints it.</summary>
    /// <param name="baseUrl">Where the server listens.</param>
    /// <param name="directory">Where its files are.</param>
    /// <param name="payUrl">A checkout that can be paid in a browser; null when there is none.</param>
    public static void Print(string baseUrl, string directory, string? payUrl)
    {
        Console.WriteLine(
            $$"""
            Checkstand {{ProgramVersion.Text}}, sandbox. Listening on {{baseUrl}}
            Data and dev-credentials.json are in {{directory}}

            Open a checkout session (paste this into another terminal):

              curl -sS {{baseUrl}}/checkout/sessions -H "Authorization: Bearer $(curl -sS {{baseUrl}}/dev/token)" -H "Content-Type: application/json" -d '{"amount":1299,"currency":"USD"}'

            """
        );
        if (payUrl is not null)
        {
            Console.WriteLine(
                $"""
                Pay a checkout (open this in a browser; test cards are in docs/reference/test-provider.md):

                  {payUrl}

                """
            );
        }

        Console.WriteLine("Ctrl-C stops.");
    }
}
