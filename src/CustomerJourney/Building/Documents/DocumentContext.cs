namespace CustomerJourney.Building.Documents;

/// <summary>What holds for a whole document while it is read: its problems, its language, its format, how strictly it is read.</summary>
internal sealed class DocumentContext(DefinitionProblems problems, bool isLenient)
{
    public DefinitionProblems Problems { get; } = problems;

    public bool IsLenient { get; } = isLenient;

    /// <summary>The language that texts are read in.</summary>
    public string Language { get; set; } = JourneyDraft.DefaultLanguage;

    /// <summary>Whether a newer minor version of the format wrote the document; its additional properties are kept.</summary>
    public bool IsNewer { get; set; }

    /// <summary>Whether a finished map is read again, so that a copy can be changed: what was let pass once is not told again.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Adds what the format does not allow but can be understood: a problem where reading is strict, a warning where it is lenient.</summary>
    public void AddFault(DocumentValue value, string fault)
    {
        if (IsCopy) return;
        if (IsLenient) Problems.Warn(value, fault);
        else Problems.Add(value, fault);
    }
}
