namespace CustomerJourney.Building;

/// <summary>A part that has an id and a name. Until the map is built the id may be missing and the name may be anything.</summary>
internal abstract class NamedDraft(LocalizedText? words) : Draft
{
    /// <summary>The word for this kind of part, singular: <c>stage</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What the name of this kind is called: a name, a title, a text.</summary>
    public virtual string NameWord => "name";

    /// <summary>The id given by someone or made before; <see langword="null"/> until one is made.</summary>
    public string? Id { get; set; }

    /// <summary>The name in all languages.</summary>
    public LocalizedText? Words { get; private set; } = words;

    /// <summary>The name in the language of the map.</summary>
    public string? Name => Words?.ToString();

    public override string Description => Phrase.Of(Kind, Name);

    /// <summary>Whether someone who writes <paramref name="nameOrId"/> means this part by its name.</summary>
    public bool IsNamed(string? nameOrId) => nameOrId is not null && string.Equals(Name, nameOrId, StringComparison.Ordinal);

    public void Rename(LocalizedText? words) => Words = words;

    /// <summary>Makes the name one of a map in a language.</summary>
    public void Localize(string language) => Words = Words?.InMap(language);

    /// <summary>Gives the id that a user chose. An id is an identity: once there, it stays.</summary>
    public void Identify(string? id, DefinitionProblems problems)
    {
        if (id is null) problems.Add(this, "the id is null; leave it out to have one made from the name");
        else if (Id is not null && !string.Equals(Id, id, StringComparison.Ordinal)) problems.Add(this, $"the id is {Phrase.Quote(Id)} and cannot become {Phrase.Quote(id)}; ids never change");
        else Id = id;
    }
}
