package org.posescope.app.timeline;

import javafx.scene.control.TextField;

/** Where the user writes a name, over the one that is there; it goes when that is done, or the keyboard goes elsewhere. FX thread. */
final class NameField extends TextField {
    private static final double HEIGHT = 24;

    private final PeopleModel model;
    private int id;

    NameField(PeopleModel model) {
        this.model = model;
        setId("person-name");
        getStyleClass().add("person-name");
        setManaged(false);
        setVisible(false);
        setOnAction(event -> {
            model.rename(id, getText());
            getScene().getRoot().requestFocus();
        });
        focusedProperty().subscribe(focused -> setVisible(focused));
    }

    /** @param middle of the row */
    void ask(int person, double left, double middle, double width) {
        id = person;
        setText(model.name(person));
        resizeRelocate(left, middle - HEIGHT / 2, width, HEIGHT);
        setVisible(true);
        requestFocus();
        selectAll();
    }
}
