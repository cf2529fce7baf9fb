class LettersTest {

}
