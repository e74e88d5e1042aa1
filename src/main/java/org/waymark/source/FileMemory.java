package org.waymark.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Caches files, so unchanged ones are not read again. */
final class FileMemory {
    /**
     * Two changes within one tick of a file system's clock leave the same timestamp. The slowest clock in use is that
     * of FAT (2 s), so a cached file is trusted only if it was older than that when it was read.
     */
    private static final Duration REST = Duration.ofSeconds(3);

    /** Timestamps before this, that of FAT and ZIP, come from tools that set the same one for every change. */
    private static final Instant OLDEST = Instant.parse("1980-01-02T00:00:00Z");

    private final Memo<Key, SourceFile> texts;
    private final Memo<Key, AssetFile> assets;
    private final Memo<Key, Drawing> drawings;
    private final Memo<Key, ImageReader.Result> images;
    private final Memo<Key, AttachmentReader.Result> attachments;
    private Instant now = Instant.MAX;
    private long run;

    /**
     * A version, and the number of the run if the file could still change without a new version, so it matches
     * no other run.
     */
    private record Key(FileVersion version, Optional<Long> unsettled) {}

    FileMemory(boolean remembers) {
        texts = Memo.create(remembers);
        assets = Memo.create(remembers);
        drawings = Memo.create(remembers);
        images = Memo.create(remembers);
        attachments = Memo.create(remembers);
    }

    /** Begins a run, before any file is read. */
    void begin(Instant moment) {
        now = moment;
        run++;
    }

    void end() {
        texts.endRun();
        assets.endRun();
        drawings.endRun();
        images.endRun();
        attachments.endRun();
    }

    SourceFile text(String path, FileVersion version, Supplier<byte[]> bytes) {
        return texts.of(path, key(version), changed -> SourceFile.decode(path, bytes.get()));
    }

    AssetFile asset(String path, FileVersion version, Supplier<byte[]> bytes) {
        return assets.of(path, key(version), changed -> new AssetFile(path, bytes.get()));
    }

    Drawing drawing(String path, FileVersion version, Supplier<byte[]> bytes) {
        return drawings.of(path, key(version), changed -> SvgSanitizer.sanitize(path, bytes.get()));
    }

    ImageReader.Result image(String path, FileVersion version, Supplier<ImageReader.Result> read) {
        return images.of(path, key(version), changed -> read.get());
    }

    AttachmentReader.Result attachment(String path, FileVersion version, Supplier<AttachmentReader.Result> read) {
        return attachments.of(path, key(version), changed -> read.get());
    }

    private Key key(FileVersion version) {
        Instant modified = version.modified().toInstant();
        boolean isSettled = version.equals(FileVersion.NEVER_CHANGES)
                || (modified.isAfter(OLDEST) && modified.isBefore(now.minus(REST)));
        return new Key(version, isSettled ? Optional.empty() : Optional.of(run));
    }
}
