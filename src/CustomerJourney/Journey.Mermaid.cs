using CustomerJourney.Building.Mermaid;

namespace CustomerJourney;

/// <content>The map as a diagram of Mermaid.</content>
public sealed partial class Journey
{
    /// <summary>
    /// The map as a <c>journey</c> diagram of Mermaid: sections are stages, tasks are touchpoints, actors are the personas that come there, and the score, 1 to 5, is the mean emotion + 3, rounded to two decimals.
    /// The same map gives the same text.
    /// </summary>
    /// <remarks>
    /// What the grammar cannot hold in a name is replaced: <c>: ; # &lt; &gt; %%</c> and, in personas, commas by their full-width forms, line breaks by spaces. Personas whose names are the same get a number, because Mermaid would take them for one, and so does a stage after one of the same name.
    /// So no text of the map can break out of its place. Mermaid needs a score where a map has no feeling: 3 is written, after a comment that says so, by which <see cref="ParseMermaid(string)"/> knows it again.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The tasks would name more than a million actors together: a touchpoint that names no personas is everyone's whom the map follows.</exception>
    public string ToMermaid() => MermaidWriter.Write(this);

    /// <summary>Reads a <c>journey</c> diagram of Mermaid, as <see cref="ParseMermaid(string, JourneyReadOptions)"/> does with the usual limits.</summary>
    /// <exception cref="JourneyDefinitionException">The text is no journey diagram, or larger than is read; all its faults are listed with their lines.</exception>
    public static Journey ParseMermaid(string diagram) => ParseMermaid(diagram, JourneyReadOptions.Strict);

    /// <summary>Reads a <c>journey</c> diagram of Mermaid: sections become stages, tasks touchpoints, scores emotions (score − 3), actors personas. Ids are made from the names.</summary>
    /// <remarks>
    /// Tasks before the first section stand in a stage that is called like the diagram; names that come twice are kept, and their ids get a number. Comments, directives and descriptions for screen readers are left out.
    /// A diagram that <see cref="ToMermaid"/> wrote is written again as it was.
    /// </remarks>
    /// <param name="diagram">The text.</param>
    /// <param name="options">
    /// How much is read: characters up to <see cref="JourneyReadOptions.MaximumBytes"/>; sections, tasks and their actors together up to <see cref="JourneyReadOptions.MaximumValues"/>. In any case at most 254 sections and 10,000 tasks.
    /// </param>
    /// <exception cref="JourneyDefinitionException">The text is no journey diagram, or larger than the options allow; all its faults are listed with their lines.</exception>
    public static Journey ParseMermaid(string diagram, JourneyReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(options);
        return MermaidReader.Read(diagram, options);
    }
}
