using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

internal sealed partial class JourneyChecker
{
    private const int MostAge = 120;

    private void CheckPersonas()
    {
        foreach (PersonaDraft persona in journey.Personas) CheckPersona(persona);
        PersonaDraft[] primary = [.. journey.Personas.Where(persona => persona.IsPrimary)];
        if (primary.Length > 1) _problems.Add(journey, $"{primary.Length} personas are primary: {string.Join(", ", primary.Select(persona => Phrase.Quote(persona.Name)))}; at most one is allowed");
        double sum = journey.Personas.Sum(persona => persona.Share is > 0 and <= 1 ? persona.Share.Value : 0);
        if (sum > 1 + SumTolerance) _problems.Add(journey, $"the personas' shares of customers sum to {Phrase.Number(sum)}; at most 1 is allowed");
    }

    private void CheckPersona(PersonaDraft persona)
    {
        CheckText(persona, "the headline", persona.Headline, "headline");
        if (persona.Share is { } share && !(share is > 0 and <= 1)) _problems.Add(persona, $"the share of customers is {Phrase.Number(share)}; allowed is more than 0 and at most 1", "share");
        CheckDefined(persona, persona.Basis, "basis");
        CheckText(persona, "the quote", persona.Quote, "quote");
        CheckUri(persona, "image", persona.Image, "imageUri");
        CheckCapitals(persona, "country", persona.Geographic.Country, 2, "an ISO 3166 code of two capital letters such as MY", "geographic.country");
        CheckText(persona, "the place", persona.Geographic.Place, "geographic.place");
        CheckText(persona, "what living there is like", persona.Geographic.LivingThere, "geographic.livingThere");
        CheckAge(persona, persona.Demographic.LowestAge, "demographic.ageMin");
        CheckAge(persona, persona.Demographic.HighestAge, "demographic.ageMax");
        if (persona.Demographic.LowestAge > persona.Demographic.HighestAge)
            _problems.Add(persona, $"the least age is {Phrase.Number(persona.Demographic.LowestAge.Value)} and the greatest {Phrase.Number(persona.Demographic.HighestAge.Value)}; the least must not be greater", "demographic.ageMin");
        if (persona.Demographic.Gender is { } gender) CheckText(persona, "the gender", (LocalizedText)gender, "demographic.gender");
        CheckText(persona, "the occupation", persona.Demographic.Occupation, "demographic.occupation");
        CheckText(persona, "the household income", persona.Demographic.HouseholdIncome, "demographic.householdIncome");
        CheckText(persona, "the education", persona.Demographic.Education, "demographic.education");
        CheckTexts(persona, "the lifestyle", persona.Lifestyle, "psychographic.lifestyle");
        CheckTexts(persona, "a value", persona.Values, "psychographic.values");
        CheckTexts(persona, "an attitude", persona.Attitudes, "psychographic.attitudes");
        CheckTexts(persona, "a goal", persona.Goals, "psychographic.goals");
        CheckTexts(persona, "a need", persona.Needs, "psychographic.needs");
        CheckTexts(persona, "what hurts", persona.PainPoints, "psychographic.painPoints");
        CheckTexts(persona, "what the persona looks for", persona.LookingFor, "behavioural.lookingFor");
        CheckTexts(persona, "how the persona meets the brand", persona.BrandInteractions, "behavioural.brandInteractions");
        CheckTexts(persona, "an expectation", persona.Expectations, "behavioural.expectations");
        CheckTexts(persona, "an interest", persona.Interests, "behavioural.interests");
        CheckReferences(persona, persona.PreferredChannels, index.Channels);
        CheckTexts(persona, "a device", persona.Devices, "behavioural.devices");
        CheckReferences(persona, persona.Evidence, index.Evidence);
        HashSet<PersonaRule> rules = [];
        foreach ((int place, PersonaRule rule) in persona.Rules.Index())
        {
            string property = Carried.Item(DocumentSchema.ObservedAs, place);
            CheckDataName(persona, "the attribute that shows the persona", rule.Attribute, property + ".attribute");
            CheckDataName(persona, "the attribute's value that shows the persona", rule.Value, property + ".value");
            if (!rules.Add(rule)) _problems.Add(persona, $"the rule {Phrase.Quote(rule.Attribute)} is {Phrase.Quote(rule.Value)} is there twice; once is enough", property);
        }
    }

    private void CheckAge(PersonaDraft persona, int? age, string property)
    {
        if (age is < 0 or > MostAge) _problems.Add(persona, $"the age is {Phrase.Number(age.Value)}; allowed is 0 to {Phrase.Number(MostAge)}", property);
    }

    private void CheckChannel(ChannelDraft channel)
    {
        CheckDefined(channel, channel.Category, "category");
        if (channel.OtherCategory is { } other) CheckUnicode(channel, "the category", other, "category");
        CheckDefined(channel, channel.Medium, "medium");
        CheckDefined(channel, channel.Ownership, "ownership");
    }

    private void CheckMetric(MetricDraft metric)
    {
        CheckDefined(metric, metric.MetricKind, "kind");
        CheckDefined(metric, metric.Unit, "unit");
        CheckCapitals(metric, "currency", metric.Currency, 3, "an ISO 4217 code of three capital letters such as EUR", "currency");
        CheckDefined(metric, metric.Direction, "direction");
        CheckDefined(metric, metric.Category, "category");
        if (metric.Formula is { } formula) CheckText(metric, "the formula", (LocalizedText)formula, "formula");
        if (metric.Range is { } range)
        {
            if (!double.IsFinite(range.Lowest) || !double.IsFinite(range.Highest)) _problems.Add(metric, $"its range is {Phrase.Number(range.Lowest)} to {Phrase.Number(range.Highest)}; numbers are needed", "range");
            else if (range.Lowest > range.Highest) _problems.Add(metric, $"its range is {Phrase.Number(range.Lowest)} to {Phrase.Number(range.Highest)}; the first must not be greater", "range");
        }

        CheckFigure(metric, "baseline", metric.Baseline);
        CheckFigure(metric, "target", metric.Target);
        CheckObservations(metric);
    }

    private void CheckFigure(MetricDraft metric, string word, double? value)
    {
        if (value is null) return;
        MetricKindFacts? facts = MetricKindFacts.Of(metric.MetricKind);
        if (!double.IsFinite(value.Value)) _problems.Add(metric, $"the {word} is {Phrase.Number(value.Value)}; a number is needed", word);
        else if (value < facts?.Lowest || value > facts?.Highest)
            _problems.Add(metric, $"the {word} is {Phrase.Number(value.Value)}; allowed for {metric.MetricKind} is {Phrase.Number(facts.Lowest!.Value)} to {Phrase.Number(facts.Highest!.Value)}", word);
    }

    private void CheckObservations(MetricDraft metric)
    {
        HashSet<(DateOnly, NamedDraft?)> met = [];
        foreach (ObservationDraft observation in metric.Observations)
        {
            NamedDraft? persona = CheckReference(observation, observation.Persona, index.Personas);
            if (!double.IsFinite(observation.Value)) _problems.Add(observation, $"the value is {Phrase.Number(observation.Value)}; a number is needed", "value");
            CheckAtLeast(observation, "sample size", observation.SampleSize, 1, "sampleSize");
            if (observation.Origin is { } origin) CheckText(observation, "the source", (LocalizedText)origin, "source");
            if (!met.Add((observation.At, persona))) _problems.Add(observation, $"there is another value of that day for {(persona is null ? "everyone" : persona.Description)}; one is allowed", "at");
        }
    }

    private void CheckEvidence(EvidenceDraft evidence)
    {
        CheckName(evidence);
        CheckId(evidence);
        CheckDefined(evidence, evidence.EvidenceKind, "type");
        CheckAtLeast(evidence, "sample size", evidence.SampleSize, 1, "sampleSize");
        CheckUri(evidence, "address", evidence.Uri, "uri");
    }

    private void CheckCapitals(Draft part, string what, string? code, int length, string allowed, string property)
    {
        if (code is not null && (code.Length != length || !code.All(char.IsAsciiLetterUpper))) _problems.Add(part, $"the {what} is {Phrase.Quote(code)}; allowed is {allowed}", property);
    }

    private void CheckUri(Draft part, string what, Uri? uri, string property, bool mustBeAbsolute = false)
    {
        if (uri is null) return;
        if (mustBeAbsolute && !uri.IsAbsoluteUri) _problems.Add(part, $"the {what} is {Phrase.Quote(uri.OriginalString)}; allowed is an absolute URI such as https://example.com/ticket/7", property);
        else CheckText(part, $"the {what}", (LocalizedText)uri.OriginalString, property);
    }
}
