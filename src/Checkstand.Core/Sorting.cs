namespace Checkstand.Core;

/// <summary>One criterion of a sorted list.</summary>
/// <param name="By">What is compared.</param>
/// <param name="IsDescending">Greatest first.</param>
public readonly record struct Sorting<T>(T By, bool IsDescending)
    where T : struct, Enum;
