package org.posescope.app.controls;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/**
 * One of several values, each with a name. While the list is open its arrows only go from one to the next; the choice is made when it is
 * closed, and Escape takes it back. FX thread.
 */
public final class Choice<T> extends ComboBox<Choice.Named<T>> {
    private static final double WIDTH = 200;
    private static final Set<KeyCode> OPENING = EnumSet.of(KeyCode.SPACE, KeyCode.UP, KeyCode.DOWN);
    private boolean showing;
    private Named<T> shown;

    /** A value and what the user reads. */
    public record Named<T>(T value, String name) {}

    /** @param chosen told when the user chooses */
    public Choice(List<Named<T>> values, Consumer<T> chosen) {
        getItems().setAll(values);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Named<T> named) {
                return named == null ? "" : named.name();
            }

            @Override
            public Named<T> fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed");
            }
        });
        setOnAction(event -> {
            if (!showing && !isShowing()) {
                tell(chosen);
            }
        });
        setOnHidden(event -> tell(chosen));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        skinProperty().subscribe(skin -> {
            if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().addEventFilter(KeyEvent.KEY_PRESSED, this::keyInList);
            }
        });
    }

    private void tell(Consumer<T> chosen) {
        if (getValue() != null && !getValue().equals(shown)) {
            shown = getValue();
            chosen.accept(getValue().value());
        }
    }

    private void key(KeyEvent event) {
        if (OPENING.contains(event.getCode()) && !isShowing()) {
            event.consume();
            show();
        }
    }

    /** The list itself takes Escape for its end alone. */
    private void keyInList(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            showAgain();
        }
    }

    private void showAgain() {
        showing = true;
        setValue(shown);
        showing = false;
    }

    /** Offers other values and shows one of them, without telling of it. */
    public void offer(List<Named<T>> values, T value) {
        showing = true;
        getItems().setAll(values);
        showing = false;
        show(value);
    }

    /** Shows a value that was chosen elsewhere, without telling of it again. */
    public void show(T value) {
        Optional<Named<T>> named = getItems().stream().filter(each -> each.value().equals(value)).findFirst();
        shown = named.orElse(null);
        showAgain();
    }
}
