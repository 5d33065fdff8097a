using CustomerJourney.Building.Mermaid;

namespace CustomerJourney;

/// <content>The map as a diagram of Mermaid.</content>
public sealed partial class Journey
{
    private const int LongestDiagram = 16 * 1024 * 1024;

    /// <summary>
    /// The map as a <c>journey</c> diagram of Mermaid: sections are stages, tasks are touchpoints, actors are the personas that come there, and the score, 1 to 5, is the mean emotion + 3, rounded to two decimals.
    /// The same map gives the same text.
    /// </summary>
    /// <remarks>
    /// What the grammar cannot hold in a name is replaced: <c>: ; # &lt; &gt; %%</c> and, in personas, commas by their full-width forms, line breaks by spaces; names that have become the same get a number.
    /// So no text of the map can break out of its place. Mermaid needs a score where a map has no feeling: 3 is written, after a comment that says so, by which <see cref="ParseMermaid"/> knows it again.
    /// </remarks>
    public string ToMermaid() => MermaidWriter.Write(this);

    /// <summary>Reads a <c>journey</c> diagram of Mermaid: sections become stages, tasks touchpoints, scores emotions (score − 3), actors personas. Ids are made from the names.</summary>
    /// <remarks>
    /// Tasks before the first section stand in a stage that is called like the diagram; names that come twice get a number. Comments, directives and descriptions for screen readers are left out.
    /// A diagram that <see cref="ToMermaid"/> wrote is written again as it was.
    /// </remarks>
    /// <exception cref="JourneyDefinitionException">The text is no journey diagram; all its faults are listed with their lines.</exception>
    public static Journey ParseMermaid(string diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        if (diagram.Length > LongestDiagram) throw new JourneyDefinitionException("The Mermaid journey", ["it has more than 16 MB, which is the most that is read"]);
        return MermaidReader.Read(diagram);
    }
}
