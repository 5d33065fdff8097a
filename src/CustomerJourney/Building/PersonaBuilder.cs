using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

/// <summary>Fills a persona.</summary>
public sealed partial class PersonaBuilder
{
    private readonly PersonaDraft _persona;
    private readonly DefinitionProblems _problems;

    internal PersonaBuilder(PersonaDraft persona, DefinitionProblems problems) => (_persona, _problems) = (persona, problems);

    /// <summary>Gives the persona an id: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the name once.</summary>
    public PersonaBuilder Id(string id)
    {
        _persona.Identify(id, _problems);
        return this;
    }

    /// <summary>Gives the persona another name; the id stays.</summary>
    public PersonaBuilder Renamed(LocalizedText name)
    {
        _persona.Rename(name);
        return this;
    }

    /// <summary>Who this is in a few words.</summary>
    public PersonaBuilder Headline(LocalizedText headline)
    {
        _persona.Headline = headline;
        return this;
    }

    /// <summary>What the persona would say.</summary>
    public PersonaBuilder Quote(LocalizedText quote)
    {
        _persona.Quote = quote;
        return this;
    }

    /// <summary>A picture, absolute or relative.</summary>
    public PersonaBuilder Image(Uri address)
    {
        _persona.Image = address;
        return this;
    }

    /// <summary>The map is drawn for this persona first; at most one persona is primary.</summary>
    public PersonaBuilder Primary()
    {
        _persona.IsPrimary = true;
        return this;
    }

    /// <summary>The map is drawn for this persona first no more.</summary>
    public PersonaBuilder Secondary()
    {
        _persona.IsPrimary = false;
        return this;
    }

    /// <summary>Which share of all customers this persona stands for, more than 0 and at most 1; the shares of a map sum to at most 1.</summary>
    public PersonaBuilder ShareOfCustomers(double share)
    {
        _persona.Share = share;
        return this;
    }

    /// <summary>What the persona rests on.</summary>
    public PersonaBuilder Basis(ResearchBasis basis)
    {
        _persona.Basis = basis;
        return this;
    }

    /// <summary>What the persona is drawn from: evidence of the map, by title or id.</summary>
    public PersonaBuilder BasedOn(params ReadOnlySpan<string> evidence)
    {
        _persona.Evidence.Name(evidence);
        return this;
    }

    /// <summary>Where the persona lives; what is left out stays as it is.</summary>
    /// <param name="country">The country, ISO 3166-1 alpha-2: two capital letters.</param>
    /// <param name="place">The place: a city, a suburb, the countryside.</param>
    /// <param name="livingThere">What living there is like.</param>
    public PersonaBuilder LivesIn(string? country = null, LocalizedText? place = null, LocalizedText? livingThere = null)
    {
        GeographicFacts before = _persona.Geographic;
        _persona.Geographic = before with { Country = country ?? before.Country, Place = place ?? before.Place, LivingThere = livingThere ?? before.LivingThere };
        return this;
    }

    /// <summary>The age in years, both ends included, 0 to 120; <see langword="null"/> for an end that is open.</summary>
    public PersonaBuilder Aged(int? lowest, int? highest)
    {
        _persona.Demographic = _persona.Demographic with { LowestAge = lowest, HighestAge = highest };
        return this;
    }

    /// <summary>Work, income and the like; what is left out stays as it is.</summary>
    public PersonaBuilder Demography(LocalizedText? occupation = null, LocalizedText? householdIncome = null, LocalizedText? education = null, string? gender = null)
    {
        DemographicFacts before = _persona.Demographic;
        _persona.Demographic = before with
        {
            Occupation = occupation ?? before.Occupation,
            HouseholdIncome = householdIncome ?? before.HouseholdIncome,
            Education = education ?? before.Education,
            Gender = gender ?? before.Gender,
        };
        return this;
    }

    /// <summary>The channels of the map that this persona likes to use, by name or id.</summary>
    public PersonaBuilder Prefers(params ReadOnlySpan<string> channels)
    {
        _persona.PreferredChannels.Name(channels);
        return this;
    }

    /// <summary>Adds how this persona is recognized in data: a customer attribute has a value. Of several rules any one is enough.</summary>
    public PersonaBuilder ObservedAs(string attribute, string value)
    {
        _persona.Rules.Add(new PersonaRule { Attribute = attribute ?? "", Value = value ?? "" });
        // What lenient reading could not understand gives way; what stands beside the rules that it did understand stays.
        if (_persona.Carried.Holds(DocumentSchema.ObservedAs)) _persona.Carried.Drop(DocumentSchema.ObservedAs);
        return this;
    }
}
