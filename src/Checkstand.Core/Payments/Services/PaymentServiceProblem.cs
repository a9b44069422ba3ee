namespace Checkstand.Core.Payments.Services;

/// <summary>Why a verb on payment services refuses, in order of precedence.</summary>
public abstract record PaymentServiceProblem
{
    private PaymentServiceProblem() { }

    /// <summary>There is no such payment service for this merchant account; a foreign or deleted one answers exactly so.</summary>
    public sealed record NotFound : PaymentServiceProblem;

    /// <summary>There is no such kind of provider.</summary>
    public sealed record DefinitionUnknown : PaymentServiceProblem;

    /// <summary>The kind of provider has no such field.</summary>
    /// <param name="Index">The place of the field in the request, from 0.</param>
    public sealed record FieldUnknown(int Index) : PaymentServiceProblem;

    /// <summary>The merchant account has as many payment services as it may have.</summary>
    /// <param name="Most">How many that is.</param>
    public sealed record TooMany(int Most) : PaymentServiceProblem;
}
