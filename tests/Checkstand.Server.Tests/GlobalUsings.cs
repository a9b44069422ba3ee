global using Checkstand.Server.Tests.Harness;
global using Checkstand.Testing;
global using Xunit;

// Signals, file modes and shell lines are what is tested.
[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
