namespace CustomerJourney.Building.Documents;

/// <summary>A property of an object in a document.</summary>
internal readonly record struct DocumentMember(string Name, DocumentValue Value);
