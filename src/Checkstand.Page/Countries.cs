namespace Checkstand.Page;

/// <summary>The countries that a buyer may choose, and the states of those that are taxed by state.</summary>
internal static class Countries
{
    /// <summary>ISO 3166-1 alpha-2 codes with their English names, by name; without those that nobody may sell to (contract polar section 2.5).</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        .. Resource
            .Text("countries.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (line[..2], line[3..])),
    ];

    private static readonly (string Code, string Name)[] UnitedStates = Named(
        "US",
        "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
            + "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,"
            + "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,"
            + "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,"
            + "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,"
            + "SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,"
            + "WV West Virginia,WI Wisconsin,WY Wyoming"
    );

    private static readonly (string Code, string Name)[] Canada = Named(
        "CA",
        "AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,"
            + "NT Northwest Territories,NS Nova Scotia,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec,"
            + "SK Saskatchewan,YT Yukon"
    );

    /// <summary>The states to choose from; empty where a state is typed.</summary>
    public static IReadOnlyList<(string Code, string Name)> StatesOf(string? country) =>
        country switch
        {
            "US" => UnitedStates,
            "CA" => Canada,
            _ => [],
        };

    private static (string Code, string Name)[] Named(string country, string list) =>
        [.. list.Split(',').Select(state => ($"{country}-{state[..2]}", state[3..]))];
}
