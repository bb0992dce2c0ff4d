package org.posescope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.posescope.error.UserException;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Finds the card of a model file that the user names: the one beside it, or the one of the catalog's file of that name. */
public final class UserCards {
    private final ModelCatalog catalog;

    UserCards(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The card of a file, empty when it has none.
     *
     * @param named card that the user named too, which goes before all others
     * @throws UserException when the card is wrong
     */
    Optional<ModelCard> cardOf(Path file, Optional<Path> named) {
        String name = file.getFileName().toString();
        return named.or(() -> Optional.of(beside(file)).filter(Files::exists)).map(card -> read(card, name))
                .or(() -> catalog.cardOfFile(name));
    }

    /** Says that a file has no card and that nothing is known of it without one. */
    public static UserException missing(Path file) {
        requireRuntime(file.getFileName().toString());
        return new UserException(file.getFileName() + " needs a card: " + instruction(file));
    }

    /** What to do for a file without a card. */
    public static String instruction(Path file) {
        return "write a card " + beside(file) + ", a JSON object with 'task', 'decoder' and 'input' "
                + "(name, width, height, layout, colorOrder, mean, scale), and where they apply 'skeleton', 'runtime', "
                + "'precision', 'license', 'sha256'; `posescope models list --json` shows such cards";
    }

    private static Path beside(Path file) {
        return file.resolveSibling(stem(file.getFileName().toString()) + ".json");
    }

    private static ModelCard read(Path card, String modelFile) {
        NetworkRuntime runtime = requireRuntime(modelFile);
        try {
            return CardFormat.read(CardFormat.MAPPER.readTree(card.toFile()),
                    Optional.of(new CardFormat.Defaults(idOf(modelFile), modelFile, runtime)));
        } catch (JsonProcessingException e) {
            throw new UserException("the card " + card + " is not JSON: " + CardFormat.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new UserException("the card " + card + " is wrong: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserException("the card " + card + " cannot be read; check that it exists", e);
        }
    }

    private static NetworkRuntime requireRuntime(String modelFile) {
        return NetworkRuntime.ofFileName(modelFile).orElseThrow(() -> new UserException(
                modelFile + " is not a model file that can be run: its name has to end with .tflite, .onnx or .pt"));
    }

    /** The id of a model that has no other than its file's name. */
    public static String idOf(String fileName) {
        return stem(fileName).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
