using Checkstand.Bench.Floor;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();

var answer = Answer.Read();

app.MapGet(
    "/static",
    async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
);

app.MapPost(
    "/echo",
    async context =>
    {
        var session = await context.Request.ReadFromJsonAsync(FloorJson.Default.Session, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            session!,
            FloorJson.Default.Session,
            cancellationToken: context.RequestAborted
        );
    }
);

await app.RunAsync();
