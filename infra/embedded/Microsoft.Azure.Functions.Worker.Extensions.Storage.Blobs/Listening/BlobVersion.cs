namespace LearningSociety.Embedded.Blobs;

/// <summary>A blob as it stood when it was found: its name and the ETag of its content.</summary>
internal sealed record BlobVersion(string Name, string ETag);
