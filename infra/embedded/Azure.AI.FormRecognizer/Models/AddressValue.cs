// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A postal address in its parts; a part that was not found is null.</summary>
public class AddressValue
{
    internal AddressValue(
        string houseNumber,
        string poBox,
        string road,
        string city,
        string state,
        string postalCode,
        string countryRegion,
        string streetAddress,
        string unit,
        string cityDistrict,
        string stateDistrict,
        string suburb,
        string house,
        string level)
    {
        HouseNumber = houseNumber;
        PoBox = poBox;
        Road = road;
        City = city;
        State = state;
        PostalCode = postalCode;
        CountryRegion = countryRegion;
        StreetAddress = streetAddress;
        Unit = unit;
        CityDistrict = cityDistrict;
        StateDistrict = stateDistrict;
        Suburb = suburb;
        House = house;
        Level = level;
    }

    /// <summary>The house number.</summary>
    public string HouseNumber { get; }

    /// <summary>The post office box.</summary>
    public string PoBox { get; }

    /// <summary>The road.</summary>
    public string Road { get; }

    /// <summary>The city.</summary>
    public string City { get; }

    /// <summary>The state or province.</summary>
    public string State { get; }

    /// <summary>The postal code.</summary>
    public string PostalCode { get; }

    /// <summary>The country or region.</summary>
    public string CountryRegion { get; }

    /// <summary>The street with house number.</summary>
    public string StreetAddress { get; }

    /// <summary>The apartment or office.</summary>
    public string Unit { get; }

    /// <summary>The district of the city.</summary>
    public string CityDistrict { get; }

    /// <summary>The district of the state.</summary>
    public string StateDistrict { get; }

    /// <summary>The suburb.</summary>
    public string Suburb { get; }

    /// <summary>The name of the building.</summary>
    public string House { get; }

    /// <summary>The floor.</summary>
    public string Level { get; }
}
