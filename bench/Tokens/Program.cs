using System.CommandLine;
using System.Globalization;
using Checkstand.Bench.Tokens;

var credentials = new Option<FileInfo>("--credentials")
{
    Description = "dev-credentials.json of a sandbox",
    Required = true,
};
var count = new Option<int>("--count") { Description = "How many", DefaultValueFactory = _ => 1 };
var lifetime = new Option<int>("--lifetime-s")
{
    Description = "Seconds from now to the token's end",
    DefaultValueFactory = _ => 3600,
};
var seconds = new Option<double>("--seconds") { Description = "How long to measure", DefaultValueFactory = _ => 3 };

var mint = new Command("mint", "Print different ES512 bearer tokens, one a line") { credentials, count, lifetime };
mint.SetAction(arguments =>
{
    var key = SigningKey.Read(arguments.GetRequiredValue(credentials));
    var tokens = TokenMint.Mint(key, arguments.GetValue(count), TimeSpan.FromSeconds(arguments.GetValue(lifetime)));
    foreach (var token in tokens)
    {
        Console.Out.WriteLine(token);
    }
});

var verifyRate = new Command("verify-rate", "Print how many ES512 signatures one core verifies a second")
{
    credentials,
    seconds,
};
verifyRate.SetAction(arguments =>
{
    var key = SigningKey.Read(arguments.GetRequiredValue(credentials));
    var rate = VerifyRate.Measure(key, TimeSpan.FromSeconds(arguments.GetValue(seconds)));
    Console.Out.WriteLine(rate.ToString("F0", CultureInfo.InvariantCulture));
});

return new RootCommand("Bearer tokens for the load scripts") { mint, verifyRate }
    .Parse(args)
    .Invoke();
