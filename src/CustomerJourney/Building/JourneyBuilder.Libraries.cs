namespace CustomerJourney.Building;

/// <content>Personas, channels, departments, metrics and evidence.</content>
public sealed partial class JourneyBuilder
{
    /// <summary>Adds a kind of customer. The order counts: the first persona whose rule matches a customer is taken.</summary>
    public JourneyBuilder AddPersona(LocalizedText name, Action<PersonaBuilder>? configure = null)
    {
        PersonaDraft persona = new(name) { IsNew = true };
        _journey.Personas.Add(persona);
        configure?.Invoke(new PersonaBuilder(persona, _journey.Problems));
        return this;
    }

    /// <summary>Changes a persona, found by name or id.</summary>
    public JourneyBuilder EditPersona(string name, Action<PersonaBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Find(name, _journey.Personas, "persona", "personas") is { } persona) change(new PersonaBuilder(persona, _journey.Problems));
        return this;
    }

    /// <summary>Removes a persona, found by name or id, with the feelings and observations that are hers alone; what pointed to her points to her no more.</summary>
    public JourneyBuilder RemovePersona(string name)
    {
        if (Find(name, _journey.Personas, "persona", "personas") is { } persona)
        {
            ReferenceEraser.Forget(_journey, persona);
            _journey.Personas.Remove(persona);
        }

        return this;
    }

    /// <summary>Adds a channel on which touchpoints can take place.</summary>
    /// <param name="name">The name.</param>
    /// <param name="category">What kind of channel it is.</param>
    /// <param name="id">An id; made from the name where there is none.</param>
    /// <param name="medium">What it is made of; what its category usually is where nobody says.</param>
    /// <param name="ownership">Who it belongs to; <see langword="null"/> when nobody said.</param>
    public JourneyBuilder AddChannel(LocalizedText name, ChannelCategory category = default, string? id = null, ChannelMedium? medium = null, ChannelOwnership? ownership = null)
    {
        _journey.Channels.Add(new ChannelDraft(name) { Category = category, Id = id, Medium = medium, Ownership = ownership });
        return this;
    }

    /// <summary>Changes a channel, found by name or id; what is left out stays as it is.</summary>
    public JourneyBuilder EditChannel(string name, LocalizedText? renamed = null, ChannelCategory? category = null, ChannelMedium? medium = null, ChannelOwnership? ownership = null)
    {
        if (Find(name, _journey.Channels, "channel", "channels") is { } channel)
        {
            if (renamed is not null) channel.Rename(renamed);
            if (category is { } kind) (channel.Category, channel.OtherCategory) = (kind, null);
            channel.Medium = medium ?? channel.Medium;
            channel.Ownership = ownership ?? channel.Ownership;
        }

        return this;
    }

    /// <summary>Removes a channel, found by name or id; what pointed to it points to it no more.</summary>
    public JourneyBuilder RemoveChannel(string name)
    {
        if (Find(name, _journey.Channels, "channel", "channels") is { } channel)
        {
            ReferenceEraser.Forget(_journey, channel);
            _journey.Channels.Remove(channel);
        }

        return this;
    }

    /// <summary>Adds a part of the company that works on the journey.</summary>
    public JourneyBuilder AddDepartment(LocalizedText name, string? id = null)
    {
        _journey.Departments.Add(new DepartmentDraft(name) { Id = id });
        return this;
    }

    /// <summary>Gives a department, found by name or id, another name.</summary>
    public JourneyBuilder RenameDepartment(string name, LocalizedText renamed)
    {
        Find(name, _journey.Departments, "department", "departments")?.Rename(renamed);
        return this;
    }

    /// <summary>Removes a department, found by name or id; what pointed to it points to it no more.</summary>
    public JourneyBuilder RemoveDepartment(string name)
    {
        if (Find(name, _journey.Departments, "department", "departments") is { } department)
        {
            ReferenceEraser.Forget(_journey, department);
            _journey.Departments.Remove(department);
        }

        return this;
    }

    /// <summary>Adds a figure that the map promises to watch. NPS is -100 to 100; rates and CSAT are whole percent, 0 to 100.</summary>
    public JourneyBuilder AddMetric(LocalizedText name, MetricKind kind, double? baseline = null, double? target = null, string? id = null)
    {
        _journey.Metrics.Add(new MetricDraft(name) { MetricKind = kind, Baseline = baseline, Target = target, Id = id });
        return this;
    }

    /// <summary>Adds a figure that the map promises to watch, with its unit, range and observations.</summary>
    public JourneyBuilder AddMetric(LocalizedText name, MetricKind kind, Action<MetricBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        MetricDraft metric = new(name) { MetricKind = kind };
        _journey.Metrics.Add(metric);
        configure(new MetricBuilder(metric, _journey.Problems));
        return this;
    }

    /// <summary>Changes a metric, found by name or id.</summary>
    public JourneyBuilder EditMetric(string name, Action<MetricBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Find(name, _journey.Metrics, "metric", "metrics") is { } metric) change(new MetricBuilder(metric, _journey.Problems));
        return this;
    }

    /// <summary>Removes a metric, found by name or id; what pointed to it points to it no more.</summary>
    public JourneyBuilder RemoveMetric(string name)
    {
        if (Find(name, _journey.Metrics, "metric", "metrics") is { } metric)
        {
            ReferenceEraser.Forget(_journey, metric);
            _journey.Metrics.Remove(metric);
        }

        return this;
    }

    /// <summary>Adds what statements of the map rest on.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="kind">What kind of evidence it is.</param>
    /// <param name="id">An id; made from the title where there is none.</param>
    /// <param name="sampleSize">How many people, answers or visits it rests on, 1 or more; <see langword="null"/> when unknown.</param>
    /// <param name="collectedOn">The day on which it was collected; <see langword="null"/> when unknown.</param>
    /// <param name="uri">Where it lies; <see langword="null"/> when nobody said.</param>
    public JourneyBuilder AddEvidence(LocalizedText title, EvidenceKind kind, string? id = null, int? sampleSize = null, DateOnly? collectedOn = null, Uri? uri = null)
    {
        _journey.Evidence.Add(new EvidenceDraft(title) { EvidenceKind = kind, Id = id, SampleSize = sampleSize, CollectedOn = collectedOn, Uri = uri });
        return this;
    }

    /// <summary>Removes a piece of evidence, found by title or id; what pointed to it points to it no more.</summary>
    public JourneyBuilder RemoveEvidence(string title)
    {
        if (Find(title, _journey.Evidence, "evidence", "evidence") is { } evidence)
        {
            ReferenceEraser.Forget(_journey, evidence);
            _journey.Evidence.Remove(evidence);
        }

        return this;
    }
}
