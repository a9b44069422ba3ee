using Microsoft.Extensions.Options;

namespace Checkstand.Client.DependencyInjection;

/// <summary>Finds options out of bounds when the host starts, by making a client of them.</summary>
internal sealed class ClientValidator<TOptions>(Func<TOptions, object> make) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        try
        {
            _ = make(options);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException failure)
        {
            return ValidateOptionsResult.Fail(failure.Message);
        }
    }
}
