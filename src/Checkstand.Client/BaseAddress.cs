namespace Checkstand.Client;

/// <summary>What a client may be pointed at.</summary>
internal static class BaseAddress
{
    /// <summary>What a client says that does not know where to call.</summary>
    public static ArgumentException Missing(string parameter) => new("BaseUrl or Server is required.", parameter);

    /// <exception cref="ArgumentException">It is no address that calls can be made of.</exception>
    public static Uri Check(Uri address, string parameter)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("The base URL is an absolute one with http or https.", parameter);
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            throw new ArgumentException("The base URL has no user, query or fragment.", parameter);
        }

        return address;
    }
}
