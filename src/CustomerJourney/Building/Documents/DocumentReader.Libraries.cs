namespace CustomerJourney.Building.Documents;

internal sealed partial class DocumentReader
{
    private static PersonaDraft ReadPersona((int Index, DocumentObject Item) at)
    {
        DocumentObject persona = at.Item;
        persona.Require("id", "name");
        PersonaDraft draft = new(persona.Words("name"))
        {
            Source = persona.Value,
            Id = persona.Text("id"),
            Headline = persona.Words("headline"),
            IsPrimary = persona.Flag("isPrimary") ?? false,
            Share = persona.Number("share"),
            Basis = persona.OneOf<ResearchBasis>("basis"),
            Quote = persona.Words("quote"),
            Image = persona.Uri("imageUri"),
        };
        ReadFacts(persona, draft);
        draft.Evidence.Inherit(persona.Ids("evidenceIds"));
        if (persona.Own(DocumentSchema.ObservedAs, AreRules, "a list of objects, each with attribute and value, texts that are not empty, and none twice") is not null) ReadRules(persona, draft);
        persona.End(draft.Carried);
        return draft;
    }

    private static void ReadRules(DocumentObject persona, PersonaDraft draft)
    {
        foreach ((int index, DocumentObject rule) in persona.Objects(DocumentSchema.ObservedAs, DocumentSchema.PersonaRule))
        {
            draft.Rules.Add(new PersonaRule { Attribute = rule.Text("attribute")!, Value = rule.Text("value")! });
            rule.End(draft.Carried.Part(Carried.Item(DocumentSchema.ObservedAs, index)));
        }
    }

    private static bool AreRules(DocumentValue value)
    {
        HashSet<(string, string)> met = [];
        return value.Kind == DocumentValueKind.List
            && value.Items.All(rule => rule.Member("attribute") is { } attribute && IsName(attribute) && rule.Member("value") is { } meant && IsName(meant) && met.Add((attribute.Content, meant.Content)));
    }

    private static bool IsName(DocumentValue value) => value.Kind == DocumentValueKind.Text && value.Content.Length > 0;

    private static bool IsEmotion(DocumentValue value) => value.Kind == DocumentValueKind.Number && DocumentObject.NumberOf(value) is >= -2 and <= 2;

    private static void ReadFacts(DocumentObject persona, PersonaDraft draft)
    {
        if (persona.Object("geographic", DocumentSchema.Geographic) is { } place)
        {
            draft.Geographic = new GeographicFacts { Country = place.Text("country"), Place = place.Words("place"), LivingThere = place.Words("livingThere") };
            place.End(draft.Carried.Part("geographic"));
        }

        if (persona.Object("demographic", DocumentSchema.Demographic) is { } people)
        {
            draft.Demographic = new DemographicFacts
            {
                LowestAge = people.Whole("ageMin"),
                HighestAge = people.Whole("ageMax"),
                Gender = people.Note("gender"),
                Occupation = people.Words("occupation"),
                HouseholdIncome = people.Words("householdIncome"),
                Education = people.Words("education"),
            };
            people.End(draft.Carried.Part("demographic"));
        }

        if (persona.Object("psychographic", DocumentSchema.Psychographic) is { } mind)
        {
            draft.Lifestyle.Inherit(mind.ManyWords("lifestyle"));
            draft.Values.Inherit(mind.ManyWords("values"));
            draft.Attitudes.Inherit(mind.ManyWords("attitudes"));
            draft.Goals.Inherit(mind.ManyWords("goals"));
            draft.Needs.Inherit(mind.ManyWords("needs"));
            draft.PainPoints.Inherit(mind.ManyWords("painPoints"));
            mind.End(draft.Carried.Part("psychographic"));
        }

        if (persona.Object("behavioural", DocumentSchema.Behavioral) is { } behavior)
        {
            draft.LookingFor.Inherit(behavior.ManyWords("lookingFor"));
            draft.BrandInteractions.Inherit(behavior.ManyWords("brandInteractions"));
            draft.Expectations.Inherit(behavior.ManyWords("expectations"));
            draft.Interests.Inherit(behavior.ManyWords("interests"));
            draft.PreferredChannels.Inherit(behavior.Ids("preferredChannelIds"));
            draft.Devices.Inherit(behavior.ManyWords("devices"));
            behavior.End(draft.Carried.Part("behavioural"));
        }
    }

    private static ChannelDraft ReadChannel((int Index, DocumentObject Item) at)
    {
        DocumentObject channel = at.Item;
        channel.Require("id", "name", "category");
        string? spelling = channel.Text("category");
        ChannelCategoryFacts? facts = spelling is null ? null : ChannelCategoryFacts.Of(spelling);
        ChannelCategory category = facts?.Category ?? ChannelCategory.Other;
        channel.Expect("medium", DocumentWords<ChannelMedium>.Default[ChannelCategoryFacts.Of(category)!.Medium]);
        ChannelDraft draft = new(channel.Words("name"))
        {
            Source = channel.Value,
            Id = channel.Text("id"),
            Category = category,
            OtherCategory = facts is null ? spelling : null,
            Medium = channel.OneOf<ChannelMedium>("medium"),
            Ownership = channel.OneOf<ChannelOwnership>("ownership"),
        };
        channel.End(draft.Carried);
        return draft;
    }

    private static DepartmentDraft ReadDepartment((int Index, DocumentObject Item) at)
    {
        DocumentObject department = at.Item;
        department.Require("id", "name");
        DepartmentDraft draft = new(department.Words("name")) { Source = department.Value, Id = department.Text("id") };
        department.End(draft.Carried);
        return draft;
    }

    private static MetricDraft ReadMetric((int Index, DocumentObject Item) at)
    {
        DocumentObject metric = at.Item;
        metric.Require("id", "name", "kind");
        MetricKind kind = metric.OneOf("kind", DocumentSpellings.MetricKinds) ?? MetricKind.Custom;
        MetricKindFacts facts = MetricKindFacts.Of(kind)!;
        metric.Expect("unit", DocumentWords<MetricUnit>.Default[facts.Unit]);
        metric.Expect("direction", DocumentWords<MetricDirection>.Default[facts.Direction]);
        MetricDraft draft = new(metric.Words("name"))
        {
            Source = metric.Value,
            Id = metric.Text("id"),
            MetricKind = kind,
            Unit = metric.OneOf<MetricUnit>("unit"),
            Currency = metric.Text("currency"),
            Direction = metric.OneOf<MetricDirection>("direction"),
            Category = metric.OneOf("category", DocumentSpellings.MetricCategories),
            Formula = metric.Note("formula"),
            Baseline = metric.Number("baseline"),
            Target = metric.Number("target"),
        };
        if (metric.Object("range", DocumentSchema.MetricRange) is { } range)
        {
            range.Require("min", "max");
            if (range.Number("min") is { } lowest && range.Number("max") is { } highest) draft.Range = new MetricRange(lowest, highest);
            range.End(draft.Carried.Part("range"));
        }

        // The format asks for no order; the model has them by date.
        draft.Observations.AddRange(metric.Objects("observations", DocumentSchema.Observation).Select(observation => ReadObservation(observation.Item, draft)).OrderBy(observation => observation.At));
        metric.End(draft.Carried);
        return draft;
    }

    private static ObservationDraft ReadObservation(DocumentObject observation, MetricDraft owner)
    {
        observation.Require("at", "value");
        ObservationDraft draft = new(owner)
        {
            Source = observation.Value,
            At = observation.Date("at") ?? default,
            Value = observation.Number("value") ?? 0,
            SampleSize = observation.Whole("sampleSize"),
            Persona = observation.Id("personaId"),
            Origin = observation.Note("source"),
        };
        observation.End(draft.Carried);
        return draft;
    }

    private static EvidenceDraft ReadEvidence((int Index, DocumentObject Item) at)
    {
        DocumentObject evidence = at.Item;
        evidence.Require("id", "type", "title");
        EvidenceDraft draft = new(evidence.Words("title"))
        {
            Source = evidence.Value,
            Id = evidence.Text("id"),
            EvidenceKind = evidence.OneOf<EvidenceKind>("type") ?? EvidenceKind.Other,
            SampleSize = evidence.Whole("sampleSize"),
            CollectedOn = evidence.Date("collectedOn"),
            Uri = evidence.Uri("uri"),
        };
        evidence.End(draft.Carried);
        return draft;
    }
}
