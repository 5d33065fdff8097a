namespace CustomerJourney.IO;

/// <summary>An attribute as the document writes it.</summary>
internal readonly record struct XesAttribute(string Key, string Value);
