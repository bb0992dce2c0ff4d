package org.posescope.record.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;
import org.posescope.record.RecordedSound;

/**
 * Where the sound of a recording comes from.
 *
 * @param media   a media file, or the address of one on a web server, which is read a second time; empty when there is none to read sound from
 * @param without what is told of the sound when there is none
 */
public record SoundSource(Optional<String> media, RecordedSound without) {
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

    /** Pictures that never had sound. */
    public static final SoundSource SILENT = new SoundSource(Optional.empty(), RecordedSound.SILENT);

    /** The sound of a source's pictures, when that is a file, or a video on a web server, that can be read beside them. */
    public static SoundSource of(SourceInfo source) {
        return switch (source.kind()) {
            case IMAGE, IMAGE_FOLDER, IMAGE_SEQUENCE -> SILENT;
            case CAMERA, STREAM -> missing("sound is kept of files, not of cameras and streams");
            case VIDEO -> isFile(source) || WEB.matcher(source.uri()).matches()
                    ? new SoundSource(Optional.of(source.uri()), RecordedSound.SILENT)
                    : missing(
                            "sound is kept only of files and of videos on web servers, which can be read a second time");
        };
    }

    private static SoundSource missing(String why) {
        return new SoundSource(Optional.empty(), RecordedSound.missing(why));
    }

    /** A pipe, for example, can be read only once. */
    private static boolean isFile(SourceInfo source) {
        return source.seekable() && !source.uri().contains("://") && Files.isRegularFile(Path.of(source.uri()));
    }

    /** The file, when it lies on this computer. */
    public Optional<Path> file() {
        return media.filter(each -> !WEB.matcher(each).matches()).map(Path::of);
    }

    /**
     * Sound, ready to be written.
     *
     * @param packets   to be closed by whoever takes it
     * @param converted one sentence that says why they are not those of the file; empty when they are
     */
    record Sound(SoundPackets packets, Optional<String> converted) {}

    /**
     * The sound, or what is told when there is none.
     *
     * @param sound to be closed by whoever takes it
     */
    record Opened(Optional<Sound> sound, RecordedSound without) {
        static Opened none(String why) {
            return new Opened(Optional.empty(), RecordedSound.missing(why));
        }
    }

    /** Opens the sound for a file of a kind. Never fails: pictures are recorded without sound, too. */
    Opened open(VideoContainer container) {
        try {
            return new Opened(media.flatMap(SoundReader::open).map(reader -> fitting(reader, container)), without);
        } catch (UserException e) {
            return Opened.none(e.getMessage());
        }
    }

    private static Sound fitting(SoundReader reader, VideoContainer container) {
        String codec = reader.codec();
        try {
            if (AdtsFilter.isNeeded(reader.parameters())) {
                throw new UserException("its sound (aac) does not say how it is to be decoded");
            }
            if (container.holdsSound(reader.parameters().codec_id())) {
                return new Sound(reader, Optional.empty());
            }
            SoundPackets converted = new SoundTranscoder(reader, container.soundEncoder());
            return new Sound(converted, Optional.of(
                    misfit(codec, container) + ", so it is " + converted.codec() + " there"));
        } catch (UserException e) {
            reader.close();
            throw e;
        } catch (IllegalStateException e) {
            reader.close();
            throw new UserException(misfit(codec, container) + " and cannot be converted; .mkv holds nearly any", e);
        }
    }

    private static String misfit(String codec, VideoContainer container) {
        return "its sound (" + codec + ") does not fit into ." + container.extension();
    }
}
