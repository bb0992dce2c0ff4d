package org.posescope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.posescope.error.UserException;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Finds the card of a model file that the user names: the one beside it, or the one of the catalog's file of that name. */
final class UserCards {
    private final ModelCatalog catalog;

    UserCards(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The card of a file.
     *
     * @param named card that the user named too, which goes before all others
     * @throws UserException when there is no card, or it is wrong
     */
    ModelCard cardOf(Path file, Optional<Path> named) {
        String name = file.getFileName().toString();
        Path beside = file.resolveSibling(stem(name) + ".json");
        return named.or(() -> Optional.of(beside).filter(Files::exists)).map(card -> read(card, name))
                .or(() -> catalog.cardOfFile(name)).orElseThrow(() -> missing(name, beside));
    }

    private static UserException missing(String modelFile, Path card) {
        return new UserException(modelFile + " needs a card " + card
                + ", a JSON object with 'task', 'decoder' and 'input' "
                + "(name, width, height, layout, colorOrder, mean, scale), and where they apply 'skeleton', 'runtime', "
                + "'precision', 'license', 'sha256'; `posescope models list --json` shows such cards");
    }

    private static ModelCard read(Path card, String modelFile) {
        NetworkRuntime runtime = NetworkRuntime.ofFileName(modelFile).orElseThrow(() -> new UserException(
                modelFile + " is not a model file that can be run: its name has to end with .tflite, .onnx or .pt"));
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

    private static String idOf(String fileName) {
        return stem(fileName).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
