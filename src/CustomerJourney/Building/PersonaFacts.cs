namespace CustomerJourney.Building;

/// <summary>The four groups of facts of a persona; a group of which nobody said anything is <see langword="null"/>.</summary>
internal static class PersonaFacts
{
    public static GeographicFacts? Geographic(PersonaDraft draft, JourneyParts parts) => Unless(new(), draft.Geographic with
    {
        Place = draft.Geographic.Place?.InMap(parts.Language),
        LivingThere = draft.Geographic.LivingThere?.InMap(parts.Language),
    });

    public static DemographicFacts? Demographic(PersonaDraft draft, JourneyParts parts) => Unless(new(), draft.Demographic with
    {
        Occupation = draft.Demographic.Occupation?.InMap(parts.Language),
        HouseholdIncome = draft.Demographic.HouseholdIncome?.InMap(parts.Language),
        Education = draft.Demographic.Education?.InMap(parts.Language),
    });

    public static PsychographicFacts? Psychographic(PersonaDraft draft, JourneyParts parts) => Unless(new(), new PsychographicFacts
    {
        Lifestyle = draft.Lifestyle.InMap(parts.Language),
        Values = draft.Values.InMap(parts.Language),
        Attitudes = draft.Attitudes.InMap(parts.Language),
        Goals = draft.Goals.InMap(parts.Language),
        Needs = draft.Needs.InMap(parts.Language),
        PainPoints = draft.PainPoints.InMap(parts.Language),
    });

    public static BehavioralFacts? Behavioral(PersonaDraft draft, JourneyParts parts) => Unless(new(), new BehavioralFacts
    {
        LookingFor = draft.LookingFor.InMap(parts.Language),
        BrandInteractions = draft.BrandInteractions.InMap(parts.Language),
        Expectations = draft.Expectations.InMap(parts.Language),
        Interests = draft.Interests.InMap(parts.Language),
        PreferredChannels = parts.ChannelsOf(draft.PreferredChannels),
        Devices = draft.Devices.InMap(parts.Language),
    });

    private static T? Unless<T>(T nothing, T facts) where T : class => facts.Equals(nothing) ? null : facts;
}
