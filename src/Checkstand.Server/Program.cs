using Checkstand.Server.Commands;

return await CommandLine.RunAsync(args);
