namespace Checkstand.Core.Payments;

/// <summary>An amount in minor units (ISO 4217 exponent: cents for USD, whole yen for JPY) with its currency.</summary>
/// <param name="MinorUnits">0 or more.</param>
/// <param name="Currency">ISO 4217 code, three upper-case letters.</param>
public readonly record struct Money(long MinorUnits, string Currency);
