using LearningSociety.Embedded.Blobs;

namespace LearningSociety.Conformance.Triggers.Blobs;

/// <summary>Paths of blob triggers: which names match, and what the tokens are.</summary>
public sealed class BlobPathTests
{
    [Theory]
    [InlineData("incoming/{name}", "a.pdf", "name=a.pdf")]
    [InlineData("incoming/{name}", "unit-request/2025/thcs/a.pdf", "name=unit-request/2025/thcs/a.pdf")]
    [InlineData("incoming/{name}.{extension}", "a.b.pdf", "name=a.b extension=pdf")]
    [InlineData("incoming/{kind}/{year}/{file}", "unit/2025/hồ sơ.pdf", "kind=unit year=2025 file=hồ sơ.pdf")]
    [InlineData("incoming/in/{name}.pdf", "in/a.pdf", "name=a")]
    [InlineData("incoming/in/{name}.pdf", "in/a.txt", null)]
    [InlineData("incoming/in/{name}.pdf", "out/a.pdf", null)]
    [InlineData("incoming/in/{name}.pdf", "in/.pdf", null)]
    [InlineData("incoming/one.pdf", "one.pdf", "")]
    [InlineData("incoming/one.pdf", "one.pdf.bak", null)]
    [InlineData("incoming", "any/thing", "")]
    public void A_name_matches_and_gives_its_tokens(string path, string name, string? tokens)
    {
        Assert.True(BlobPathPattern.TryParse(path, out var pattern, out _));
        var match = pattern!.Match(name);
        Assert.Equal(tokens, match is null ? null : string.Join(' ', match.Select(t => $"{t.Key}={t.Value}")));
        Assert.Equal("incoming", pattern.Container);
    }

    [Theory]
    [InlineData("{container}/{name}")]
    [InlineData("Incoming/{name}")]
    [InlineData("in/{name}")]
    [InlineData("incoming/{name")]
    [InlineData("incoming/{}")]
    [InlineData("incoming/{a}/{a}")]
    public void A_path_that_cannot_be_watched_is_refused(string path)
    {
        Assert.False(BlobPathPattern.TryParse(path, out _, out var problem));
        Assert.Contains(path, problem);
    }
}
