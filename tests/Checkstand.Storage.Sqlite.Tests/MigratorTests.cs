using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class MigratorTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly PreparedStatements statements;

    public MigratorTests() => statements = new PreparedStatements(DatabaseFile.Open(directory));

    public void Dispose()
    {
        statements.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void Missing_migrations_are_applied_in_the_order_of_their_numbers()
    {
        var scripts = new Scripts(
            ("0002-second.sql", "INSERT INTO a VALUES (2)"),
            ("0001-first.sql", "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)")
        );

        Assert.Equal(["0001-first.sql", "0002-second.sql"], Migrator.Apply(statements, scripts, Samples.Now));
        Assert.Equal(2, Count("a"));
    }

    [Fact]
    public void Only_what_is_missing_is_applied()
    {
        Migrator.Apply(statements, new Scripts(("0001-first.sql", "CREATE TABLE a (x INTEGER)")), Samples.Now);
        var scripts = new Scripts(
            ("0001-first.sql", "this would fail"),
            ("0002-second.sql", "INSERT INTO a VALUES (2)")
        );

        Assert.Equal(["0002-second.sql"], Migrator.Apply(statements, scripts, Samples.Now));
        Assert.Empty(Migrator.Apply(statements, scripts, Samples.Now));
        Assert.Equal(1, Count("a"));
    }

    [Theory]
    [InlineData("0002-first.sql")]
    [InlineData("1-first.sql")]
    [InlineData("first.sql")]
    public void A_gap_in_the_numbers_is_refused_before_anything_is_applied(string name)
    {
        var refusal = Assert.Throws<InvalidDataException>(() =>
            Migrator.Apply(statements, new Scripts((name, "CREATE TABLE a (x INTEGER)")), Samples.Now)
        );

        Assert.Equal($"Migration {name} should have number 0001.", refusal.Message);
        Assert.Equal(0, Count("sqlite_master"));
    }

    [Fact]
    public void A_migration_that_fails_half_way_leaves_nothing_behind_and_can_be_tried_again()
    {
        var broken = new Scripts(("0001-first.sql", "CREATE TABLE a (x INTEGER); CREATE TABLE a (x INTEGER)"));

        Assert.ThrowsAny<System.Data.Common.DbException>(() => Migrator.Apply(statements, broken, Samples.Now));

        Assert.Equal(0, Count("migrations"));
        Migrator.Apply(statements, new Scripts(("0001-first.sql", "CREATE TABLE a (x INTEGER)")), Samples.Now);
        Assert.Equal(0, Count("a"));
        Assert.Equal(1, Count("migrations"));
    }

    [Fact]
    public void Resources_that_are_no_scripts_are_nobodys_migrations()
    {
        var scripts = new Scripts(
            ("0001-first.sql", "CREATE TABLE a (x INTEGER)"),
            ("readme.md", "CREATE TABLE b (x)")
        );

        Assert.Equal(["0001-first.sql"], Migrator.Apply(statements, scripts, Samples.Now));
    }

    private long Count(string table)
    {
        using var command = statements.Connection.CreateCommand();
        command.CommandText = table switch
        {
            "a" => "SELECT COUNT(*) FROM a",
            "migrations" => "SELECT COUNT(*) FROM migrations",
            _ => "SELECT COUNT(*) FROM sqlite_master",
        };
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>An assembly that holds scripts and nothing else.</summary>
}
