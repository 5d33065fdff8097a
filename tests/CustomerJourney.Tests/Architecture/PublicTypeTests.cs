using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Architecture;

public class PublicTypeTests
{
    private const int LongestFile = 400;
    private static readonly Type[] Types = [.. PublicApi.Types];

    [Fact]
    public void Public_classes_are_sealed_abstract_or_static()
    {
        Assert.Equal([typeof(JourneyLog)], Types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !typeof(Delegate).IsAssignableFrom(type)));
        Assert.All(
            typeof(JourneyLog).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public),
            constructor => Assert.False(constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly, "JourneyLog is open for StagedLog only: its constructors are internal."));
    }

    [Fact]
    public void No_public_member_holds_a_mutable_collection() =>
        Assert.Empty(Types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(member => (member, Type: member is PropertyInfo property ? property.PropertyType : (member as FieldInfo)?.FieldType))
            .Where(pair => pair.Type is { } type && (type.IsArray || (type.Namespace == "System.Collections.Generic" && !type.IsInterface && typeof(IEnumerable).IsAssignableFrom(type)) || IsMutableInterface(type)))
            .Select(pair => $"{pair.member.DeclaringType!.FullName}.{pair.member.Name} is {pair.Type}; give an IReadOnlyList or its like."));

    [Fact]
    public void No_public_property_can_be_set_after_it_was_made() =>
        Assert.Empty(Types.Where(type => !type.Name.EndsWith("Builder", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !PublicApi.IsInit(setter))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name} can be set; make it get-only or init."));

    [Fact]
    public void Public_fields_are_constants() =>
        Assert.Empty(Types.Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral)
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}"));

    [Fact]
    public void The_default_of_every_enum_has_a_name() =>
        Assert.All(Types.Where(type => type.IsEnum), type => Assert.True(Enum.IsDefined(type, Enum.ToObject(type, 0)), $"{type.FullName} has no name for 0."));

    [Fact]
    public void A_definition_that_holds_a_list_is_equal_by_value() =>
        Assert.Empty(Types.Where(type => typeof(Analysis).IsAssignableFrom(type) || type == typeof(EventMapping) || typeof(Dimension).IsAssignableFrom(type))
            .Where(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)))
            .Where(type => type.GetMethod("Equals", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, [type])?.GetCustomAttribute<CompilerGeneratedAttribute>() is not null)
            .Select(type => $"{type.FullName} holds a list and has the compiler's Equals, which compares lists by reference: write Equals and GetHashCode."));

    [Fact]
    public void Records_are_not_positional_but_for_small_values() =>
        Assert.Empty(Types.Where(type => type.IsClass && type.GetMethod("<Clone>$") is not null)
            .Where(type => type.GetMethod("Deconstruct", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)?.GetCustomAttribute<CompilerGeneratedAttribute>() is not null)
            .Select(type => $"{type.FullName} is a positional record: adding a member would break its constructor; use init properties."));

    [Fact]
    public void A_namespace_is_its_folder_and_verbs_lie_at_the_root() =>
        Assert.All(SourceFile.All.Where(file => file.Types.Any()), file => Assert.Equal(
            file.FolderName.Length == 0 || file.TypeName.EndsWith("Extensions", StringComparison.Ordinal) ? Rooms.Root : $"{Rooms.Root}.{file.FolderName}", file.Namespace));

    [Fact]
    public void A_file_holds_one_public_type_and_has_its_name()
    {
        Assert.Empty(SourceFile.All.Where(file => file.Types.Count(type => type.IsPublic) > 1).Select(file => $"{file.Path} declares {string.Join(", ", file.Types.Select(type => type.Name))}."));
        Assert.Empty(SourceFile.All.Where(file => file.Types.Any() && !file.Types.Any(type => type.Name == file.TypeName)).Select(file => $"{file.Path} does not declare {file.TypeName}."));
        foreach (IGrouping<string, Type> types in Types.Where(type => !type.IsNested).GroupBy(type => type.Name.Split('`')[0]))
        {
            int files = SourceFile.All.Count(file => file.TypeName == types.Key && file.Types.Any(type => type.Name == types.Key && type.IsPublic));
            Assert.True(files >= types.Count(), $"{string.Join(", ", types)}: {files} files of that name.");
        }
    }

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Assert.Empty(SourceFile.All.Where(file => file.Lines > LongestFile).Select(file => $"{file.Path} has {file.Lines} lines; split it by aspect: Type.Aspect.cs."));

    private static bool IsMutableInterface(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is { } definition
        && (definition == typeof(IList<>) || definition == typeof(ICollection<>) || definition == typeof(IDictionary<,>) || definition == typeof(ISet<>));
}
