using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

/// <summary>The rule that a published map is not edited: what is edited is the next version.</summary>
internal static class Publishing
{
    /// <summary>Makes the map of a changed copy.</summary>
    public static Journey Assemble(Journey original, JourneyDraft draft)
    {
        Journey changed = JourneyAssembler.Assemble(draft);
        if (original.Status != JourneyStatus.Published || JourneyDocument.HaveSameContent(original, changed)) return changed;
        if (draft.HasVersion && draft.Version <= original.Version)
        {
            draft.Problems.Add(draft, $"version {Phrase.Number(original.Version)} is published and cannot be edited as version {Phrase.Number(draft.Version)}; leave the version out or give a higher one");
            throw new JourneyDefinitionException($"The {draft.Description}", draft.Problems.All);
        }

        if (!draft.HasVersion) draft.Version = checked(original.Version + 1);
        if (!draft.HasStatus) draft.Status = JourneyStatus.Draft;
        return JourneyAssembler.Assemble(draft);
    }
}
