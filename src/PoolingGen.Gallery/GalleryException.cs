namespace PoolingGen.Gallery;

/// <summary>Something that the user has to put right; the message is one line that says what.</summary>
internal sealed class GalleryException(string message) : Exception(message);
