using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

/// <summary>A part of a map while it is being filled; anything may still be wrong with it.</summary>
internal abstract class Draft
{
    /// <summary>What a problem calls this part, for example <c>stage "Purchase"</c>.</summary>
    public abstract string Description { get; }

    /// <summary>The object of a document that this part is read from; <see langword="null"/> for a part made by code.</summary>
    public DocumentValue? Source { get; init; }

    /// <summary>What the document says and the model does not hold, of this part and of its parts that have no identity of their own.</summary>
    public Carried Carried { get; init; } = new();
}
